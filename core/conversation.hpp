// Where a conversation stands: all that the rules need to remember. Texts live in events, not here.
#pragma once

#include <optional>
#include <variant>

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
    bool operator==(const Active&) const = default;
};
struct Ended {
    Author by;
    Time at;
    bool operator==(const Ended&) const = default;
};
}  // namespace session
using Session = std::variant<session::None, session::Active, session::Ended>;

// What we owe the customer.
namespace answer {
struct None {  // They have not asked anything yet.
    bool operator==(const None&) const = default;
};
struct Owed {
    Time since;  // The first message that is still unanswered.
    bool operator==(const Owed&) const = default;
};
struct Given {
    bool operator==(const Given&) const = default;
};
struct NotNeeded {  // An agent said so, until the customer writes again.
    bool operator==(const NotNeeded&) const = default;
};
}  // namespace answer
using Answer = std::variant<answer::None, answer::Owed, answer::Given, answer::NotNeeded>;

struct Conversation {
    Version version = 0;
    SiteId site;
    Channel channel = Channel::chat;
    CustomerId customer;                      // Empty on channels without one.
    std::optional<ConversationId> linked_to;  // The closed conversation that this one goes on from.
    Phase phase;
    Session session;
    Answer answer;
    std::optional<AgentId> owner;
    Version customer_wrote_at = 0;  // Version of the customer's last message; 0 without one.

    bool absent() const { return std::holds_alternative<phase::Absent>(phase); }
    bool closed() const { return std::holds_alternative<phase::Closed>(phase); }
    bool session_active() const { return std::holds_alternative<session::Active>(session); }
    bool reply_owed() const { return std::holds_alternative<answer::Owed>(answer); }
    bool operator==(const Conversation&) const = default;
};

}  // namespace wrapup
