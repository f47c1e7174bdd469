#pragma once

#include <memory>

#include "server/wire.hpp"

namespace wrapup::server {

// What happened to one conversation in a transaction.
struct Change {
    std::vector<StoredEvent> events;  // Never empty.
    Conversation state;               // After them.
    std::optional<Named> customer;    // Where the conversation starts in it.
};

// One committed transaction, as it is announced to everybody who may know of one of its conversations.
struct Commit {
    std::vector<Change> changes;  // Never empty.

    // Who asked, and what became of all that they sent along with it up to this command. All of it, since a client
    // that is told of a command takes those before it for told, too. Empty where nobody asked: the system did it.
    std::string actor_id;
    ClientId client;
    std::vector<Outcome> outcomes;

    Position position() const { return changes.back().events.back().position; }
};
using SharedCommit = std::shared_ptr<const Commit>;

}  // namespace wrapup::server
