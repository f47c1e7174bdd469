#include "server/http/filter_params.hpp"

#include <algorithm>

#include "server/http/bodies.hpp"
#include "server/json.hpp"

namespace wrapup::server {
namespace {

template <class Enum>
std::optional<Enum> name_in(const Ask& ask, const char* name) {
    const auto text = ask.optional_param(name);
    return text ? std::optional(decode<Enum>(Json(*text), name)) : std::nullopt;
}

std::optional<std::string> id_in(const Ask& ask, const char* name) {
    auto text = ask.optional_param(name);
    if (text && text->empty()) throw Malformed(name, "expected an id");
    if (text) check_text(*text, name, filter_bytes_max);
    return text;
}

Filter::Owner owner_called(const std::string& name, const Actor& actor) {
    if (name == "nobody") return std::nullopt;
    return AgentId{name == "me" ? actor.id : name};
}

}  // namespace

Filter filter_from(const Ask& ask) {
    Filter filter{name_in<Status>(ask, "status"), {}, name_in<Channel>(ask, "channel"), {}, {}};
    if (const auto owner = id_in(ask, "owner")) filter.owner = owner_called(*owner, ask.actor());
    if (const auto site = id_in(ask, "site")) filter.site = SiteId{*site};
    if (const auto topic = id_in(ask, "topic")) filter.topic = TopicId{*topic};
    return filter;
}

bool is_elsewhere(const Filter& filter, const Actor& actor) {
    return filter.site && !may(actor, Action::hear_of_site, Object::of(*filter.site));
}

}  // namespace wrapup::server
