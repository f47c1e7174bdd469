#pragma once

#include <functional>

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// What reports count of one conversation.
struct Measure {
    ConversationId conversation;
    SiteId site;
    Channel channel = Channel::chat;
    Time started_at;
    std::optional<AgentId> agent;        // Who owns it, or did last.
    std::optional<Time> first_reply_at;  // Or when the call was picked up.
    std::optional<Time> closed_at;       // Nothing while it is open. A close that was undone never was one.
    std::int64_t reopenings = 0;
    std::vector<TopicId> topics;
    bool operator==(const Measure&) const = default;
};

// One measure a conversation, derived from the log in the same transaction as the events, in the order in which they
// began: a report reads the rows of its time, and no other.
class Measures {
public:
    explicit Measures(Connection& connection) : connection_(connection) {}

    // Takes in the events that led on from `before`: all of them, or those since the last time.
    void take(const ConversationId& conversation, Conversation before, const std::vector<StoredEvent>& events);
    void clear();

    using Tell = std::function<void(const Measure&)>;
    // Those of this site that began at `from` or later, and before `until`.
    void each(const SiteId& site, Time from, Time until, const Tell& tell);

private:
    std::optional<Measure> find(const ConversationId& conversation, const Conversation& state);
    void put(const Measure& measure);

    Connection& connection_;
};

}  // namespace wrapup::server
