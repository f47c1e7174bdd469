// Who comes next, and to whom.
#pragma once

#include <variant>

#include "core/conversation.hpp"
#include "core/policy.hpp"
#include "core/rejection.hpp"

namespace wrapup {

// The group in which a conversation counts as its owner's load: open, not snoozed, and with a session active or, on a
// channel without sessions, a reply owed. None: it does not count.
std::optional<Group> load_group(const Conversation& conversation);

struct Candidate {
    ConversationId id;
    const Conversation* state = nullptr;
    bool unread = false;  // The customer wrote something that this agent has not read.
};

// Whether the customer wrote something that this person has not read.
bool is_unread(const Conversation& conversation, const Actor& reader);

// The conversation that an agent goes on with, or why there is none: unavailable, at_capacity, nobody_waits. In order:
// their own with unread messages; then the unassigned ones of their sites in the groups that they are available for and
// have room in, voice before messaging before mail, the earliest due first, then the oldest. `candidates` are without
// the conversation that the agent is leaving; those that do not qualify are passed over.
using Choice = std::variant<ConversationId, Rejection>;
Choice next_customer(const std::vector<Candidate>& candidates, const Actor& agent, const Policy& policy);

// To whom the policy's routing gives a conversation now: the available agent of its site who has the least in hand, and
// by id where that is equal. None: it waits.
std::optional<AgentId> route(const Conversation& conversation, const std::vector<Actor>& agents, const Policy& policy);

}  // namespace wrapup
