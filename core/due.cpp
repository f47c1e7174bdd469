#include "core/due.hpp"

namespace wrapup {

std::optional<Time> due(const Conversation& conversation, const Policy& policy) {
    const auto* owed = std::get_if<answer::Owed>(&conversation.answer);
    if (owed == nullptr || conversation.closed()) return std::nullopt;
    const ResponseTimes& times = policy.respond[conversation.channel];
    const auto within_ms = owed->response == Response::first ? times.first_ms : times.next_ms;
    if (!within_ms) return std::nullopt;
    return owed->since + Milliseconds{*within_ms};
}

}  // namespace wrapup
