#pragma once

#include <variant>

#include "core/conversation.hpp"
#include "core/event.hpp"
#include "core/rejection.hpp"
#include "core/request.hpp"

namespace wrapup {

// No events: nothing to do, and nothing wrong (closing what is closed already; `next`, which is about another
// conversation, see routing.hpp).
using Decision = std::variant<Events, Rejection>;

// The rules. Decides the steps one after the other, each on the state that those before it lead to; the first refusal
// refuses them all. Pure: the same arguments always give the same decision, in the browser and on the server.
Decision decide(const Conversation& conversation, const Request& request, const Setting& setting);

}  // namespace wrapup
