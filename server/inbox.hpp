#pragma once

#include "core/decide.hpp"
#include "server/clock.hpp"
#include "server/push/hub.hpp"
#include "server/store/database.hpp"
#include "server/store/policies.hpp"
#include "server/transaction.hpp"

namespace wrapup::server {

// What a client asks of one conversation: all of its steps, or none. The step next comes last.
struct Asked {
    ConversationId conversation;
    Version seen = 0;
    Set<Confirmation> confirmed;
    Commands steps;
};

// A command that we cannot read. A newer server might.
struct Unreadable {
    std::string field;
};

struct NumberedCommand {
    std::int64_t n = 0;
    std::variant<Asked, Unreadable> command;
};

// The one path of a command: state, decision, events, projection, outcome, COMMIT, announcement. What was answered is
// on disk. Safe to use from several threads; commands run one at a time.
class Inbox {
public:
    // All of them must live longer.
    Inbox(Database& database, Hub& hub, const StoredPolicy& policy, Clock clock)
        : database_(database), hub_(hub), policy_(policy), clock_(std::move(clock)) {}

    struct Gap {
        std::int64_t expected;  // Nothing from here on was run.
    };
    struct NotYours {};  // The client is somebody else's. Nothing was run.
    using Answer = std::variant<std::vector<Outcome>, Gap, NotYours>;

    // Runs them in their order, each in a transaction of its own. One that has been run before is not run again: it
    // gets its first outcome.
    Answer run(const Actor& actor, const ClientId& client, const std::vector<NumberedCommand>& commands);

    // Does what the passing of time does, to every conversation whose time has come. Returns when to call it again;
    // none: not before a command has been run.
    std::optional<Time> run_timers();

private:
    std::variant<Outcome, Gap, NotYours> run_one(const Actor& actor, const ClientId& client,
                                                 const NumberedCommand& command,
                                                 const std::vector<Outcome>& outcomes_before);
    Outcome outcome_of(Connection& connection, Transaction& transaction, const Actor& actor,
                       const NumberedCommand& command);
    void run_timers_of(const ConversationId& conversation);

    Database& database_;
    Hub& hub_;
    const StoredPolicy& policy_;
    Clock clock_;
};

}  // namespace wrapup::server
