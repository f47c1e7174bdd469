#pragma once

#include <memory>

#include "server/wire.hpp"

namespace wrapup::server {

// One committed transaction on a conversation, as it is announced to everybody who may know of it.
struct Commit {
    std::vector<StoredEvent> events;  // Never empty.
    Conversation state;               // After them.
    std::optional<Named> customer;    // Where the conversation starts in it.

    // Who asked, and what became of all that they sent along with it up to this command. All of it, since a client
    // that is told of a command takes those before it for told, too.
    std::string actor_id;
    ClientId client;
    std::vector<Outcome> outcomes;

    Position position() const { return events.back().position; }
};
using SharedCommit = std::shared_ptr<const Commit>;

}  // namespace wrapup::server
