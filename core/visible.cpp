#include "core/visible.hpp"

#include "core/overloaded.hpp"

namespace wrapup {
namespace {

bool customers_see(const Fact& fact) {
    return std::visit(overloaded{
                          [](const NoteAdded&) { return false; },
                          [](const MarkedNoReplyNeeded&) { return false; },
                          [](const Started&) { return true; },
                          [](const SessionStarted&) { return true; },
                          [](const Claimed&) { return true; },
                          [](const Released&) { return true; },
                          [](const Assigned&) { return true; },
                          [](const MessageReceived&) { return true; },
                          [](const Replied&) { return true; },
                          [](const SessionEnded&) { return true; },
                          [](const Closed&) { return true; },
                          [](const Reopened&) { return true; },
                      },
                      fact);
}

}  // namespace

std::optional<Event> visible_to(const Event& event, const Actor& actor) {
    if (actor.role == Role::customer && !customers_see(event.fact)) return std::nullopt;
    return event;
}

}  // namespace wrapup
