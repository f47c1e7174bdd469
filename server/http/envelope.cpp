#include "server/http/envelope.hpp"

#include "server/ids.hpp"

namespace wrapup::server {

// As they are sent.
struct SentEnvelope {
    ClientId client;
    std::optional<std::string> epoch;
    std::string rules_id;
    Position after = 0;
    std::optional<std::int64_t> ack;
    std::vector<Json> commands;
};
struct SentCommand {
    std::int64_t n = 0;
    ConversationId conversation;
    Version seen = 0;
    std::optional<Set<Confirmation>> confirmed;
    Commands steps;
    Time at;  // By the client's clock: it counts for nothing here.
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::SentEnvelope> { using T = server::SentEnvelope; static constexpr std::tuple fields{Field{"client", &T::client}, Field{"epoch", &T::epoch}, Field{"rules_id", &T::rules_id}, Field{"after", &T::after}, Field{"ack", &T::ack}, Field{"commands", &T::commands}}; };
template <> struct Shape<server::SentCommand>  { using T = server::SentCommand;  static constexpr std::tuple fields{Field{"n", &T::n}, Field{"conversation", &T::conversation}, Field{"seen", &T::seen}, Field{"confirmed", &T::confirmed}, Field{"steps", &T::steps}, Field{"at", &T::at}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

std::int64_t number_of(const Json& command, const std::string& field) {
    if (!command.is_object()) throw Malformed(field, "expected an object");
    const auto found = command.find("n");
    if (found == command.end()) throw Malformed(member_of(field, "n"), "missing");
    const auto n = decode<std::int64_t>(*found, member_of(field, "n"));
    if (n < 1) throw Malformed(member_of(field, "n"), "out of range");
    return n;
}

std::variant<Asked, Unreadable> asked_from(const Json& json) {
    try {
        auto sent = decode<SentCommand>(json);
        if (sent.steps.size() > Envelope::steps_max) throw Malformed("steps", "too many");
        return Asked{std::move(sent.conversation), sent.seen, sent.confirmed.value_or(Set<Confirmation>{}),
                     std::move(sent.steps)};
    } catch (const Malformed& malformed) {
        return Unreadable{malformed.field};
    }
}

}  // namespace

Envelope envelope_from(const Json& json) {
    const auto sent = decode<SentEnvelope>(json);
    if (!is_id(sent.client.value)) throw Malformed("client", "expected 22 characters of base64url");
    if (sent.after < 0) throw Malformed("after", "out of range");
    if (sent.ack.value_or(0) < 0) throw Malformed("ack", "out of range");
    if (sent.commands.size() > Envelope::commands_max) throw Malformed("commands", "too many");
    Envelope envelope{sent.client, sent.epoch, sent.after, {}, sent.ack.value_or(0)};
    for (const Json& command : sent.commands) {
        const std::int64_t n = number_of(command, item_of("commands", envelope.commands.size()));
        envelope.commands.push_back({n, asked_from(command)});
    }
    return envelope;
}

}  // namespace wrapup::server
