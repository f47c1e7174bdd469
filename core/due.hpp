#pragma once

#include "core/conversation.hpp"
#include "core/policy.hpp"

namespace wrapup {

// When the customer is to be answered, by the policy for the first response or for the next; none where nothing is
// owed, where it is closed, or where the policy sets no time.
std::optional<Time> due(const Conversation& conversation, const Policy& policy);

}  // namespace wrapup
