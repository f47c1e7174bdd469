#include "server/http/bodies.hpp"

#include <array>
#include <charconv>

#include "core/rules_id.hpp"
#include "core/visible.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

std::array<std::pair<const char*, std::string_view>, 2> stamp_of(const Service& service) {
    return {{{"epoch", service.database.epoch()}, {"rules_id", rules_id}}};
}

}  // namespace

Json stamped(const Service& service, Json body) {
    for (const auto& [name, value] : stamp_of(service)) body[name] = value;
    return body;
}

// Without a detour through JSON: each of ten thousand streams is sent its own.
std::string stamped_text(const Service& service, std::string_view name, const std::string& json) {
    std::string stamp = "{";
    for (const auto& [member, value] : stamp_of(service)) {
        add_quoted(stamp, member);
        stamp += ':';
        add_quoted(stamp, value);
        stamp += ',';
    }
    stamp.back() = '}';
    return with_member(std::move(stamp), name, json);
}

std::string with_member(std::string object, std::string_view name, const std::string& json) {
    object.reserve(object.size() + name.size() + json.size() + std::string_view(R"(,"":})").size());
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
