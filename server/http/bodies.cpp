#include "server/http/bodies.hpp"

#include <charconv>

#include "core/rules_id.hpp"
#include "core/visible.hpp"

namespace wrapup::server {

Json stamped(const Service& service, Json body) {
    body["epoch"] = service.database.epoch();
    body["rules_id"] = rules_id;
    return body;
}

std::string stamped_text(const Service& service, std::string_view name, const std::string& json) {
    std::string stamp = "{\"epoch\":\"" + service.database.epoch() + "\",\"rules_id\":\"";
    stamp += rules_id;
    return with_member(stamp + "\"}", name, json);
}

std::string with_member(std::string object, std::string_view name, const std::string& json) {
    object.back() = ',';
    object += '"';
    object += name;
    object += "\":";
    object += json;
    return object += '}';
}

Json me_body(const Service& service, const Principal& who, Reader& reader) {
    const Me me{who.actor,           who.name,       who.email,
                reader.colleagues(), reader.sites(), visible_to(service.policy, who.actor)};
    return stamped(service, {{"me", encode(me)}, {"position", reader.position()}});
}

Position position_from(const std::string& text, const std::string& field) {
    Position position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error != std::errc() || end != text.data() + text.size() || position < 0)
        throw Malformed(field, "expected a position");
    return position;
}

}  // namespace wrapup::server
