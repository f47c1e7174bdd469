#pragma once

#include <memory>
#include <mutex>

#include "server/push/notice.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// What happened to one conversation in a transaction.
struct Change {
    std::vector<StoredEvent> events;  // Never empty.
    Conversation state;               // After them.
    std::optional<Named> customer;    // Where it says whose the conversation is.
};

// Whether it tells to whom the conversation belongs: from then on whoever hears of it has to know their name.
bool says_whose_it_is(const Fact& fact);

// The items of a patch's lists `events` and `customers`, as JSON, without the brackets.
struct Items {
    std::string events;
    std::string customers;
};

// One committed transaction, as it is announced to everybody who may know of one of its conversations.
struct Commit {
    std::vector<Change> changes;  // Never empty.

    // Who asked, and what became of all that they sent along with it up to this command. All of it, since a client
    // that is told of a command takes those before it for told, too. Empty where nobody asked: the system did it.
    std::string actor_id;
    ClientId client;
    std::vector<Outcome> outcomes;

    // What agents are told after it.
    std::vector<SiteNotice> notices;

    Position position() const { return changes.back().events.back().position; }

    // What an agent is told who may know of all of its conversations. Written once, by the first who asks, and shared
    // by all: safe to call from several threads.
    const Items& for_agents() const;

    // What it holds in memory, about.
    std::size_t bytes() const;

private:
    mutable std::once_flag written_;
    mutable Items for_agents_;
};
using SharedCommit = std::shared_ptr<const Commit>;

void add_item(std::string& list, const std::string& item);

}  // namespace wrapup::server
