#pragma once

#include <optional>

#include "core/conversation.hpp"
#include "core/rejection.hpp"
#include "core/request.hpp"

namespace wrapup {

// Why this command is refused in this state: the first reason of its row in rules.hpp that holds, or none.
std::optional<Rejection> refusal(const Conversation& conversation, const Command& command, const Request& request,
                                 const Setting& setting);

// Whether this person may know that the conversation exists.
bool may_know(const Conversation& conversation, const Actor& actor);

}  // namespace wrapup
