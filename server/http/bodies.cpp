#include "server/http/bodies.hpp"

#include <array>
#include <charconv>

#include "core/rules_id.hpp"
#include "core/text.hpp"
#include "core/visible.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/clients.hpp"

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

Json customer_body(const CustomerId& id, const std::string& name, bool verified) {
    return {{"id", encode(id)}, {"name", name}, {"verified", verified}};
}

Json me_body(const Service& service, const Principal& who, Reader& reader) {
    const Me me{who.actor,
                who.name,
                who.email,
                reader.colleagues(),
                reader.sites(),
                visible_to(service.policy(), who.actor),
                reader.preferences(),
                reader.topic_names()};
    Json body{{"me", encode(me)}, {"position", reader.position()}, {"at", encode(service.clock())}};
    if (who.actor.role == Role::customer) body["customer"] = customer_body({who.actor.id}, who.name, who.verified);
    return stamped(service, std::move(body));
}

std::optional<ClientId> client_asking(const Ask& ask) {
    const auto client = ask.optional_param("client");
    if (!client) return std::nullopt;
    if (!is_id(*client)) throw Malformed("client", "expected 22 characters of base64url");
    return ClientId{*client};
}

Json with_last_command(Json body, const Ask& ask, Connection& snapshot) {
    const auto client = client_asking(ask);
    if (!client) return body;
    const auto known = Clients(snapshot).find(*client);
    const bool is_of_another = known && known->actor_id != ask.actor().id;
    if (!is_of_another) body["last_command"] = known ? known->last_command : 0;
    return body;
}

void check_text(const std::string& text, const char* field, std::size_t bytes_max) {
    if (text.size() > bytes_max) throw Malformed(field, "too long");
    if (fault_of(text) == TextFault::invalid) throw Malformed(field, "not a text");
}

Position position_from(const std::string& text, const std::string& field) {
    Position position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error != std::errc() || end != text.data() + text.size() || position < 0)
        throw Malformed(field, "expected a position");
    return position;
}

}  // namespace wrapup::server
