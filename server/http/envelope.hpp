#pragma once

#include "server/inbox.hpp"

namespace wrapup::server {

// What a client posts: the commands of its outbox, in order.
struct Envelope {
    static constexpr std::size_t commands_max = 100;
    static constexpr std::size_t steps_max = 8;

    ClientId client;
    std::optional<std::string> epoch;  // Of the log that the client knows, as far as it says so.
    Position after = 0;
    std::vector<NumberedCommand> commands;
    std::int64_t ack = 0;  // As in Inbox::Job. Where no command is run it does nothing.
};

// Throws Malformed only for what makes the whole unreadable: who sends, from where, and the numbers of the commands.
// A command that cannot be read is Unreadable, and does not hold up the others.
Envelope envelope_from(const Json& json);

}  // namespace wrapup::server
