#include "core/timers.hpp"

#include <algorithm>

#include "core/channel.hpp"
#include "core/overloaded.hpp"

namespace wrapup {
namespace {

// Since when it is the visitor's turn, while a session runs; none: it is ours, or nobody's.
std::optional<Time> waiting_for_visitor_since(const Conversation& conversation) {
    const auto* active = std::get_if<session::Active>(&conversation.session);
    if (active == nullptr || !conversation.owner) return std::nullopt;
    return std::visit(overloaded{
                          [&](const answer::None&) { return std::optional(active->since); },
                          [](const answer::Owed&) { return std::optional<Time>{}; },
                          [](const answer::Given& given) { return std::optional(given.at); },
                          [](const answer::NotNeeded& not_needed) { return std::optional(not_needed.at); },
                      },
                      conversation.answer);
}

}  // namespace

std::vector<Timer> timers_due(const Conversation& conversation, const Policy& policy) {
    std::vector<Timer> timers;
    if (conversation.absent() || conversation.closed()) return timers;
    if (const auto* until = std::get_if<snooze::Until>(&conversation.snoozing))
        timers.push_back({until->at, TimerKind::wake});
    const auto* active = std::get_if<session::Active>(&conversation.session);
    if (active != nullptr && active->left_at)
        timers.push_back({*active->left_at + Milliseconds{policy.rejoin_window_ms}, TimerKind::rejoin});
    if (const auto since = waiting_for_visitor_since(conversation); since && conversation.channel == Channel::chat)
        timers.push_back({*since + Milliseconds{policy.idle_end_ms}, TimerKind::idle_end});
    std::stable_sort(timers.begin(), timers.end(), [](const Timer& a, const Timer& b) { return a.at < b.at; });
    return timers;
}

Commands commands_of(TimerKind kind, const Conversation& conversation) {
    switch (kind) {
        case TimerKind::wake:
            return {Wake{}};
        case TimerKind::rejoin:
            if (!conversation.had_owner) return {End{}, Close{}};
            return {End{}};
        case TimerKind::idle_end:
            return {End{}};
        case TimerKind::count:
            break;
    }
    return {};
}

}  // namespace wrapup
