#pragma once

#include "core/conversation.hpp"
#include "core/event.hpp"

namespace wrapup {

// Folds one event into a conversation. Never refuses: events are facts. The state takes the event's version, so that a
// customer, who does not get every event, ends up at the same version as everybody else.
Conversation evolve(Conversation conversation, const Event& event);

Conversation replay(const Events& history);

}  // namespace wrapup
