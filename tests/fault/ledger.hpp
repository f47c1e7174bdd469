// Clients that write as fast as they can, and remember what they were told: the ledger that a database is held against.
#pragma once

#include <map>
#include <random>

#include "server/service.hpp"

namespace wrapup::server::fault {

// What became of the commands of all clients, as the database has it. All but the first must be 0.
struct Tally {
    std::int64_t acknowledged = 0;
    std::int64_t accepted = 0;  // Of these, those that were not refused.
    std::int64_t lost = 0;      // Acknowledged, and the outcome is not there, or another one.
    std::int64_t doubled = 0;   // The effect is there more than once.
    std::int64_t half = 0;      // The effect without the outcome, or the outcome without the effect.

    Tally& operator+=(const Tally& other);
};

// How often each message and note is in the log.
using Effects = std::map<std::string, std::int64_t>;

// One browser with its outbox: sends a command again until it is answered, and then the next one.
class Writer {
public:
    Writer(std::size_t number, std::uint32_t seed);

    // Everything that was sent and not answered, which is one command at most.
    void resend(Inbox& inbox);
    void step(Inbox& inbox);
    Tally compare(Connection& connection, const Effects& effects) const;

private:
    struct Sent {
        Asked asked;
        std::string effect;  // A text of its own, which the command brings into the log if it is accepted.
        std::optional<Outcome> answer;
    };
    Sent next();
    Commands steps_of_agent(const std::string& text);

    Actor actor_;
    std::size_t number_;
    ClientId client_;
    std::mt19937 random_;
    std::vector<Sent> sent_;
};

std::vector<Writer> writers(std::uint32_t seed);
Tally compare(const std::vector<Writer>& all, Database& database);

}  // namespace wrapup::server::fault
