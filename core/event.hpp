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
    Attachments attachments{};
    bool operator==(const MessageReceived&) const = default;
};
struct Replied {
    std::string text;
    bool settles = true;  // Nothing is owed after it. False where the author had not seen the customer's last message.
    std::optional<Version> seen{};  // Where it does not: the version that they had seen. What is later came meanwhile.
    Attachments attachments{};
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
    // Where the same request ended the session: how that stood, so that an undo restores it.
    std::optional<Time> session_since;
    std::optional<Time> session_left_at;
    bool operator==(const Closed&) const = default;
};
struct Reopened {
    std::optional<AgentId> owner;
    bool operator==(const Reopened&) const = default;
};

struct CloseUndone {
    bool operator==(const CloseUndone&) const = default;
};
struct Snoozed {
    std::optional<Time> until;  // None: until the customer writes.
    bool operator==(const Snoozed&) const = default;
};
struct Woken {
    bool operator==(const Woken&) const = default;
};
struct TopicsSet {
    std::vector<TopicId> topics;
    bool operator==(const TopicsSet&) const = default;
};
struct MarkedRead {
    Version up_to = 0;
    bool operator==(const MarkedRead&) const = default;
};
struct CustomerLeft {
    bool operator==(const CustomerLeft&) const = default;
};
struct CustomerReturned {
    bool operator==(const CustomerReturned&) const = default;
};

struct Rated {
    std::uint32_t score = 0;
    std::string text;
    bool operator==(const Rated&) const = default;
};
struct Identified {  // From here on the conversation is this customer's.
    CustomerId customer;
    bool operator==(const Identified&) const = default;
};

using Fact = std::variant<Started, SessionStarted, Claimed, Released, Assigned, MessageReceived, Replied, NoteAdded,
                          MarkedNoReplyNeeded, SessionEnded, Closed, Reopened, CloseUndone, Snoozed, Woken, TopicsSet,
                          MarkedRead, CustomerLeft, CustomerReturned, Rated, Identified>;

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
