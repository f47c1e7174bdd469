// What somebody asks for. Imperative names; nothing here has happened yet.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup {

// Unicode code points in a message or a note, at most.
inline constexpr std::uint32_t text_code_points_max = 20'000;

// What a customer can say of how it was: from 1 to this.
inline constexpr std::uint32_t score_max = 5;

// Files with one message, at most.
inline constexpr std::uint32_t attachments_max = 10;

struct Start {
    SiteId site;
    Channel channel = Channel::chat;
    CustomerId customer;
    std::optional<ConversationId> linked_to;
    bool operator==(const Start&) const = default;
};
struct Claim {
    bool operator==(const Claim&) const = default;
};
struct Release {
    bool operator==(const Release&) const = default;
};
struct Assign {
    AgentId agent;
    bool operator==(const Assign&) const = default;
};
struct Receive {  // The customer's message.
    std::string text;
    Attachments attachments{};
    bool operator==(const Receive&) const = default;
};
struct Reply {
    std::string text;
    Attachments attachments{};
    bool operator==(const Reply&) const = default;
};
struct AddNote {
    std::string text;
    bool operator==(const AddNote&) const = default;
};
struct NoReplyNeeded {
    bool operator==(const NoReplyNeeded&) const = default;
};
struct End {
    // A step in brackets in product language, "(end), close": without an active session it does nothing, where a
    // plain end is refused. A button cannot know whether the session still runs when its command arrives.
    bool if_active = false;
    bool operator==(const End&) const = default;
};
struct Close {
    bool operator==(const Close&) const = default;
};
struct Reopen {
    bool operator==(const Reopen&) const = default;
};
struct UndoClose {
    bool operator==(const UndoClose&) const = default;
};
struct Snooze {
    std::optional<Time> until;  // None: until the customer writes.
    bool operator==(const Snooze&) const = default;
};
struct Wake {
    bool operator==(const Wake&) const = default;
};
struct SetTopics {
    std::vector<TopicId> topics;
    bool operator==(const SetTopics&) const = default;
};
struct MarkRead {
    Version up_to = 0;
    bool operator==(const MarkRead&) const = default;
};
struct Left {  // The customer's page is gone, or out of reach.
    bool operator==(const Left&) const = default;
};
struct Returned {
    bool operator==(const Returned&) const = default;
};
struct Rate {  // How the customer found it, once it is over.
    std::uint32_t score = 0;
    std::string text;  // In their words, if they like.
    bool operator==(const Rate&) const = default;
};
struct Identify {  // Who the customer is has turned out: somebody whom we know.
    CustomerId customer;
    bool operator==(const Identify&) const = default;
};
struct Next {  // Another conversation for this agent, once the steps before it are done. See routing.hpp.
    bool operator==(const Next&) const = default;
};

// Stored by clients that are offline, so it only ever grows. The order is that of the table in rules.hpp.
using Command = std::variant<Start, Claim, Release, Assign, Receive, Reply, AddNote, NoReplyNeeded, End, Close, Reopen,
                             UndoClose, Snooze, Wake, SetTopics, MarkRead, Left, Returned, Rate, Identify, Next>;
using Commands = std::vector<Command>;

}  // namespace wrapup
