#pragma once

#include "core/conversation.hpp"

namespace wrapup {

enum class Status : std::uint8_t { new_, open, waiting, closed, count };

// Derived, never stored: `closed` if closed; `new` if nobody owns it; `open` if a session is active or a reply is owed;
// else `waiting`.
Status status(const Conversation& conversation);

// The coarser view of the same function that a header shows.
enum class Badge : std::uint8_t { open, closed, count };
Badge badge(Status status);

}  // namespace wrapup
