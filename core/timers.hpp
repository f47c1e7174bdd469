#pragma once

#include <vector>

#include "core/command.hpp"
#include "core/conversation.hpp"
#include "core/policy.hpp"

namespace wrapup {

// What the passing of time does to a conversation.
enum class TimerKind : std::uint8_t {
    wake,      // The time that it was snoozed until has come.
    rejoin,    // The visitor has been gone for longer than the rejoin window.
    idle_end,  // The visitor has not said a word in time, although it is their turn.
    count
};

struct Timer {
    Time at;
    TimerKind kind = TimerKind::count;
    bool operator==(const Timer&) const = default;
};

// When to look at this conversation again, and why, the soonest first; empty: not before something happens to it. A
// closed conversation has no timers.
std::vector<Timer> timers_due(const Conversation& conversation, const Policy& policy);

// What the system asks for when a timer has run out.
Commands commands_of(TimerKind kind, const Conversation& conversation);

}  // namespace wrapup
