// What was the state at any moment, which buttons were there, and why. For tooltips, the command line and bug reports.
#pragma once

#include "core/available.hpp"
#include "core/event.hpp"
#include "core/status.hpp"

namespace wrapup {

// A policy from when on it was in force.
struct PolicyVersion {
    Time from;
    Policy policy;
    bool operator==(const PolicyVersion&) const = default;
};

// Everything that the rules ever asked about one conversation.
struct History {
    std::vector<PolicyVersion> policies;  // The oldest first; the default before the first.
    std::vector<Actor> colleagues;
    Events events;
};

struct Explanation {
    Time at;
    Conversation state;
    Status status = Status::count;
    std::optional<Time> due;
    std::vector<Availability> buttons;  // Of the actor; empty where they may not know of the conversation.
    bool operator==(const Explanation&) const = default;
};

// How the conversation stood for this person at that moment, its events included, under the policy then in force.
Explanation explain(const History& history, const Actor& actor, Time at);

}  // namespace wrapup
