// Where a conversation stands: all that the rules need to remember. Texts live in events, not here.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup {

namespace phase {
struct Absent {  // Before its first event.
    bool operator==(const Absent&) const = default;
};
struct Open {
    bool operator==(const Open&) const = default;
};
struct Closed {
    Author by;
    Time at;
    std::optional<Time> session_since;    // Of the session that ended with it, if one did: an undo restores it.
    std::optional<Time> session_left_at;  // As in session::Active.
    bool operator==(const Closed&) const = default;
};
}  // namespace phase
using Phase = std::variant<phase::Absent, phase::Open, phase::Closed>;

// One chat or call within a conversation. It can end while the conversation stays open.
namespace session {
struct None {
    bool operator==(const None&) const = default;
};
struct Active {
    Time since;
    std::optional<Time> left_at;  // The customer is not there since then; none: they are.
    bool operator==(const Active&) const = default;
};
struct Ended {
    Author by;
    Time at;
    bool operator==(const Ended&) const = default;
};
}  // namespace session
using Session = std::variant<session::None, session::Active, session::Ended>;

// The first reply of a conversation is measured apart from those after it.
enum class Response : std::uint8_t { first, next, count };

// What we owe the customer.
namespace answer {
struct None {  // They have not asked anything yet.
    bool operator==(const None&) const = default;
};
struct Owed {
    Time since;  // The first message that is still unanswered, or the reopening since.
    Response response = Response::first;
    bool operator==(const Owed&) const = default;
};
struct Given {
    Time at;  // The last reply.
    bool operator==(const Given&) const = default;
};
struct NotNeeded {  // An agent said so, until the customer writes again.
    Time at;
    bool operator==(const NotNeeded&) const = default;
};
}  // namespace answer
using Answer = std::variant<answer::None, answer::Owed, answer::Given, answer::NotNeeded>;

// Whether the conversation is out of the queue for now. A message of the customer's always brings it back.
namespace snooze {
struct None {
    bool operator==(const None&) const = default;
};
struct UntilReply {
    bool operator==(const UntilReply&) const = default;
};
struct Until {
    Time at;
    bool operator==(const Until&) const = default;
};
}  // namespace snooze
using Snoozing = std::variant<snooze::None, snooze::UntilReply, snooze::Until>;

// How far somebody has read.
struct ReadMark {
    Author reader;
    Version up_to = 0;
    bool operator==(const ReadMark&) const = default;
};

struct Conversation {
    Version version = 0;
    SiteId site;
    Channel channel = Channel::chat;
    CustomerId customer;                      // Empty on channels without one.
    std::optional<ConversationId> linked_to;  // The closed conversation that this one goes on from.
    Time started_at;
    Phase phase;
    Session session;
    Answer answer;
    Snoozing snoozing;
    std::optional<AgentId> owner;
    bool had_owner = false;              // An agent owns it, or did once.
    bool had_reply = false;              // An agent has replied, so that the next response counts, not the first.
    Version customer_wrote_at = 0;       // Version of the customer's last message; 0 without one.
    std::vector<TopicId> topics;         // By id, each once.
    std::optional<std::uint32_t> score;  // What the customer said of it, once it was over.
    std::vector<ReadMark> reads;         // One per reader, in the order of their first.

    bool absent() const { return std::holds_alternative<phase::Absent>(phase); }
    bool closed() const { return std::holds_alternative<phase::Closed>(phase); }
    bool session_active() const { return std::holds_alternative<session::Active>(session); }
    bool reply_owed() const { return std::holds_alternative<answer::Owed>(answer); }
    bool snoozed() const { return !std::holds_alternative<snooze::None>(snoozing); }
    bool operator==(const Conversation&) const = default;
};

}  // namespace wrapup
