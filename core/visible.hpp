#pragma once

#include <optional>

#include "core/event.hpp"
#include "core/policy.hpp"

namespace wrapup {

// What this person may see of an event, or nothing. A customer sees what was said to them, who is there for them, and
// what ended. Notes, topics, snoozing, and that an agent found no reply needed stay in the house; agents are named as
// the policy says, and by an id of ours, never by an e-mail.
std::optional<Event> visible_to(const Event& event, const Actor& actor, const Policy& policy);

// Who said something, as customers may know them.
Author visible_to_customers(const Author& author, const Policy& policy);

// The policy as far as it is this person's business: customers need no more of it than their own buttons do.
Policy visible_to(const Policy& policy, const Actor& actor);

}  // namespace wrapup
