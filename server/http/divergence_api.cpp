// A browser that stands at another state than the server after the same events tells so: one of the two decides
// wrongly.
#include "core/digest.hpp"
#include "core/rules_id.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/json_text.hpp"
#include "server/log.hpp"
#include "server/store/inbox_view.hpp"

namespace wrapup::server {

struct Divergence {
    ConversationId conversation;
    Version version = 0;         // Of the event after which the two differ.
    std::string rules_id;        // The browser's.
    std::uint32_t expected = 0;  // The digest that came with the event.
    std::uint32_t got = 0;       // The browser's own.
    Conversation state;          // The browser's own.
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::Divergence> {
    using T = server::Divergence;
    static constexpr std::tuple fields{
        Field{"conversation", &T::conversation}, Field{"version", &T::version}, Field{"rules_id", &T::rules_id},
        Field{"expected", &T::expected},         Field{"got", &T::got},         Field{"state", &T::state}};
};

namespace wrapup::server {
namespace {

constexpr std::size_t rules_id_bytes_max = 64;
constexpr std::size_t logged_state_bytes_max = 4 * 1024;

Divergence divergence_from(const std::string& body) {
    auto divergence = decode<Divergence>(parse_json(body));
    if (divergence.rules_id.size() > rules_id_bytes_max) throw Malformed("rules_id", "too long");
    return divergence;
}

// Not within a code point.
std::string cut(std::string text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0u) == 0x80u) --bytes_max;
    text.resize(bytes_max);
    return text + "...";
}

// States hold ids and times, and no words of anybody's; in JSON, also none that would begin another line.
std::string logged(const Conversation& state) { return cut(text_of(encode(state)), logged_state_bytes_max); }

std::string line_of(const Divergence& told, const Conversation& ours) {
    return "divergence in conversation " + told.conversation.value + " after event " + std::to_string(told.version) +
           ": digest sent " + std::to_string(told.expected) + ", browser's " + std::to_string(told.got) +
           "; rules here " + rules_id + ", browser's " + text_of(told.rules_id) + "; state here now (digest " +
           std::to_string(digest(ours)) + ") " + logged(ours) + "; browser's " + logged(told.state);
}

}  // namespace

Answer divergence(const Ask& ask) {
    const Divergence told = divergence_from(ask.http.body);
    const auto state = [&] {
        const Reading reading(ask.service.database);
        return InboxView(*reading).state(told.conversation);
    }();
    if (!ask.may(Object::of(state))) return problem_answer(Problem::unknown_conversation);
    log_warning(line_of(told, state));
    return no_content();
}

}  // namespace wrapup::server
