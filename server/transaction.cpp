#include "server/transaction.hpp"

#include <algorithm>
#include <cassert>

#include "core/evolve.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/people.hpp"
#include "server/store/search.hpp"

namespace wrapup::server {
namespace {

// Chats that are given away in one transaction, at most.
constexpr int routed_max = 100;

[[maybe_unused]] bool equals_its_history(Connection& connection, const ConversationId& id, const Conversation& state) {
    Conversation replayed;
    for (const StoredEvent& stored : EventLog(connection).of(id)) replayed = evolve(std::move(replayed), stored.event);
    return replayed == state;
}

Actor now_with_load(const std::vector<Actor>& team, const Actor& agent) {
    const auto known = std::find_if(team.begin(), team.end(), [&](const Actor& a) { return a.id == agent.id; });
    return known == team.end() ? agent : *known;
}

}  // namespace

std::vector<Actor> Transaction::team() {
    std::vector<Actor> actors;
    for (Agent& agent : People(connection_).agents()) actors.push_back(std::move(agent.actor));
    return actors;
}

Decision Transaction::decide(const ConversationId& conversation, const Request& request) {
    const Conversation state = InboxView(connection_).state(conversation);
    assert(equals_its_history(connection_, conversation, state));
    const std::vector<Actor> colleagues = team();
    return wrapup::decide(state, request, {policy_.policy, colleagues, at_});
}

Decision Transaction::run(const ConversationId& conversation, const Request& request) {
    Decision decision = decide(conversation, request);
    if (const auto* events = std::get_if<Events>(&decision))
        if (!events->empty()) store(conversation, *events);
    return decision;
}

void Transaction::store(const ConversationId& conversation, const Events& events) {
    Conversation state = InboxView(connection_).state(conversation);
    for (const Event& event : events) state = evolve(std::move(state), event);
    Change change{EventLog(connection_).append(conversation, events, policy_.version), state, {}};
    InboxView(connection_).project(conversation, state, events, policy_.policy);
    if (std::holds_alternative<Started>(events.front().fact))
        if (const auto customer = People(connection_).customer(state.customer))
            change.customer = Named{customer->id.value, customer->name};
    Search(connection_).add(state.site, change.events, change.customer ? change.customer->name : "");
    changes_.push_back(std::move(change));
}

Choice Transaction::go_on(const Actor& agent, const ConversationId& leaving) {
    const Actor asking = now_with_load(team(), agent);
    const auto waiting = InboxView(connection_).waiting_for(asking, leaving);
    std::vector<Candidate> candidates;
    for (const Waiting& one : waiting) candidates.push_back({one.id, &one.state, is_unread(one.state, asking)});
    const Choice choice = next_customer(candidates, asking, policy_.policy);
    if (const auto* chosen = std::get_if<ConversationId>(&choice))
        run(*chosen, {asking, InboxView(connection_).state(*chosen).version, {}, {Claim{}}});
    return choice;
}

void Transaction::route() {
    if (policy_.policy.routing != Routing::push) return;
    const Actor system{Role::system, {}, {}, {}, {}, {}};
    for (const Waiting& one : InboxView(connection_).unowned_chats(routed_max))
        if (const auto agent = wrapup::route(one.state, team(), policy_.policy))
            run(one.id, {system, one.state.version, {}, {Assign{*agent}}});
}

std::shared_ptr<Commit> Transaction::commit() {
    if (changes_.empty()) return nullptr;
    auto commit = std::make_shared<Commit>();
    commit->changes = std::move(changes_);
    return commit;
}

}  // namespace wrapup::server
