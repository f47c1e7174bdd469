// Who asks for what, when, and on which knowledge. Everything impure is answered here already.
#pragma once

#include "core/command.hpp"
#include "core/policy.hpp"

namespace wrapup {

// What one decision is made under. Only refers: keep the parts alive while it is in use.
struct Setting {
    const Policy& policy;
    const std::vector<Actor>& colleagues;  // The agents there are, the asking one among them.
    Time at;
};

// The questions that an agent has answered with "do it anyway".
enum class Confirmation : std::uint8_t { reply_owed, count };

// One or more commands on one conversation, all or none.
struct Request {
    Actor actor;
    Version seen = 0;  // The version that the actor was looking at; a later message of the customer is unseen.
    Set<Confirmation> confirmed;
    Commands steps;
};

}  // namespace wrapup
