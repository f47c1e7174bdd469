#pragma once

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// What happened, in the order in which it was stored. The only truth; everything else about conversations is derived.
class EventLog {
public:
    explicit EventLog(Connection& connection) : connection_(connection) {}

    Position position();
    // `policy` is the version of the one that they were decided under.
    std::vector<StoredEvent> append(const ConversationId& conversation, const Events& events, std::int64_t policy);
    std::vector<StoredEvent> after(Position position);
    std::vector<StoredEvent> of(const ConversationId& conversation);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
