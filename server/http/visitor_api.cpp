#include "server/device.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/tokens.hpp"

namespace wrapup::server {

struct Arrival {
    SiteId site;
    std::string page;
    std::string locale;
    std::optional<std::string> referrer{};
    std::optional<std::string> time_zone{};
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::Arrival> {
    using T = server::Arrival;
    static constexpr std::tuple fields{Field{"site", &T::site}, Field{"page", &T::page}, Field{"locale", &T::locale},
                                       Field{"referrer", &T::referrer}, Field{"time_zone", &T::time_zone}};
};

namespace wrapup::server {
namespace {

Arrival arrival_from(const std::string& body) {
    auto arrival = decode<Arrival>(parse_json(body));
    check_text(arrival.page, "page", page_bytes_max);
    check_text(arrival.locale, "locale", locale_bytes_max);
    check_text(arrival.referrer.value_or(""), "referrer", page_bytes_max);
    check_text(arrival.time_zone.value_or(""), "time_zone", time_zone_bytes_max);
    return arrival;
}

// Returns the new customer's token, or nothing if there is no such site.
std::optional<std::string> admit(Service& service, const Customer& customer) {
    Writing writing(service.database);
    if (!People(*writing).site(customer.site)) return std::nullopt;
    People(*writing).add_customer(customer);
    std::string token = Tokens(*writing).open_visitor(customer.id);
    writing.commit();
    return token;
}

}  // namespace

Answer new_visitor(const Ask& ask) {
    const Arrival arrival = arrival_from(ask.http.body);
    const Customer customer{{random_id()},
                            arrival.site,
                            "Visitor " + random_letters(4),
                            arrival.page,
                            arrival.locale,
                            ask.service.clock(),
                            arrival.referrer.value_or(""),
                            arrival.time_zone.value_or(""),
                            device_of(ask.http.get_header_value("User-Agent"))};
    const auto token = admit(ask.service, customer);
    if (!token) return problem_answer(Problem::unknown_site);
    return json_answer({{"token", *token}, {"customer", encode(Named{customer.id.value, customer.name})}}, 201);
}

Answer own_conversations(const Ask& ask, Connection& snapshot) {
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    Json body{{"position", reader.position()}, {"rows", encode(reader.own_conversations())}};
    return json_answer(stamped(ask.service, with_last_command(std::move(body), ask, snapshot)));
}

}  // namespace wrapup::server
