#pragma once

#include <optional>

#include "core/event.hpp"

namespace wrapup {

// What this person may see of an event, or nothing. A customer sees what was said to them, who is there for them, and
// what ended; notes, and that an agent found no reply needed, stay in the house.
std::optional<Event> visible_to(const Event& event, const Actor& actor);

}  // namespace wrapup
