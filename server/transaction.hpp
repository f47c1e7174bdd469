#pragma once

#include <set>

#include "core/decide.hpp"
#include "core/routing.hpp"
#include "server/push/commit.hpp"
#include "server/store/connection.hpp"
#include "server/store/policies.hpp"

namespace wrapup::server {

// Commands on conversations within one writing transaction: each is decided on what those before it left, stored, and
// gathered for the announcement.
class Transaction {
public:
    // All of them must live longer.
    Transaction(Connection& connection, const StoredPolicy& policy, Time at)
        : connection_(connection), policy_(policy), at_(at) {}

    // What run() would come to.
    Decision decide(const ConversationId& conversation, const Request& request);

    // Decides, and stores what is decided.
    Decision run(const ConversationId& conversation, const Request& request);

    // Gives the agent the next customer after the one they leave: claims it where nobody owns it.
    Choice go_on(const Actor& agent, const ConversationId& leaving);

    // Gives waiting chats to agents, where the policy says so.
    void route();

    // What is to be announced, once it is committed; null where nothing happened. It is not searchable yet.
    std::shared_ptr<Commit> commit();

private:
    Decision decide(const Conversation& state, const Request& request);
    void store(const ConversationId& conversation, Conversation state, const Events& events);
    void note_loads(const Conversation& before, const Conversation& after);
    // Those agents whom the rules can ask about: the owner, and whom the steps name.
    std::vector<Actor> colleagues_in(const Conversation& state, const Commands& steps);

    Connection& connection_;
    const StoredPolicy& policy_;
    Time at_;
    std::vector<Change> changes_;
    std::set<std::string> loads_changed_;  // Of these agents.
};

// The last thing to be done before a COMMIT, for everything in it at once: between other statements, SQLite's index of
// words would write what it has gathered after each of them.
void make_searchable(Connection& connection, const Commit& commit);

}  // namespace wrapup::server
