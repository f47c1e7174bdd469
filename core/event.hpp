// What happened. Past-tense names; these are stored for ever, so they only ever grow.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup {

struct Started {
    SiteId site;
    Channel channel = Channel::chat;
    CustomerId customer;
    std::optional<ConversationId> linked_to;
    bool reply_owed = false;
    bool operator==(const Started&) const = default;
};
struct SessionStarted {
    bool operator==(const SessionStarted&) const = default;
};
struct Claimed {  // The author owns it now.
    bool operator==(const Claimed&) const = default;
};
struct Released {
    bool operator==(const Released&) const = default;
};
struct Assigned {
    AgentId agent;
    bool operator==(const Assigned&) const = default;
};
struct MessageReceived {
    std::string text;
    bool operator==(const MessageReceived&) const = default;
};
struct Replied {
    std::string text;
    bool settles = true;  // Nothing is owed after it. False where the author had not seen the customer's last message.
    bool operator==(const Replied&) const = default;
};
struct NoteAdded {
    std::string text;
    bool operator==(const NoteAdded&) const = default;
};
struct MarkedNoReplyNeeded {
    bool operator==(const MarkedNoReplyNeeded&) const = default;
};
struct SessionEnded {
    bool operator==(const SessionEnded&) const = default;
};
struct Closed {
    bool operator==(const Closed&) const = default;
};
struct Reopened {
    std::optional<AgentId> owner;
    bool operator==(const Reopened&) const = default;
};

using Fact = std::variant<Started, SessionStarted, Claimed, Released, Assigned, MessageReceived, Replied, NoteAdded,
                          MarkedNoReplyNeeded, SessionEnded, Closed, Reopened>;

// One fact, with when it happened, by whom, and as the how-manieth of its conversation (from 1, without gaps).
struct Event {
    Version version = 0;
    Time at;
    Author by;
    Fact fact;
    bool operator==(const Event&) const = default;
};
using Events = std::vector<Event>;

}  // namespace wrapup
