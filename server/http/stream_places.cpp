#include "server/http/stream_places.hpp"

namespace wrapup::server {
namespace {

// Agents and customers have ids of their own.
std::string name_of(const Actor& user) { return (user.role == Role::customer ? "customer " : "agent ") + user.id; }

}  // namespace

std::optional<Address> StreamPlaces::sender_of(const httplib::Request& request) const {
    const auto peer = address_from(request.remote_addr);
    return peer ? std::optional(proxies_.sender(*peer, request.get_header_value("X-Forwarded-For"))) : std::nullopt;
}

std::variant<StreamPlaces::Place, Problem> StreamPlaces::take(const httplib::Request& request, const Actor& user) {
    Place place;
    place.among_all = streams_.enter({}, limits_.streams_max);
    if (!place.among_all) return Problem::too_many_streams;
    place.of_user = streams_of_user_.enter(name_of(user), limits_.streams_per_user_max);
    if (!place.of_user) return Problem::too_many_streams_of_user;
    const auto sender = sender_of(request);
    if (!sender || !counts(*sender)) return place;
    place.of_address = streams_of_address_.enter(sender->network, limits_.streams_per_address_max);
    if (!place.of_address) return Problem::too_many_streams_from_address;
    return place;
}

std::shared_ptr<Pushed> keeping(StreamPlaces::Place place, std::shared_ptr<Pushed> pushed) {
    using Both = std::pair<StreamPlaces::Place, std::shared_ptr<Pushed>>;
    auto both = std::make_shared<Both>(std::move(place), std::move(pushed));
    return {both, both->second.get()};
}

}  // namespace wrapup::server
