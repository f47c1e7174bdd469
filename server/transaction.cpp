#include "server/transaction.hpp"

#include <algorithm>
#include <cassert>

#include "core/digest.hpp"
#include "core/evolve.hpp"
#include "server/agent_notice.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/measures.hpp"
#include "server/store/people.hpp"
#include "server/store/search.hpp"
#include "server/the_system.hpp"

namespace wrapup::server {
namespace {

// Chats that are given away in one transaction, at most.
constexpr int routed_max = 100;

[[maybe_unused]] bool equals_its_history(Connection& connection, const ConversationId& id, const Conversation& state) {
    Conversation replayed;
    for (const StoredEvent& stored : EventLog(connection).of(id)) replayed = evolve(std::move(replayed), stored.event);
    return replayed == state;
}

}  // namespace

std::vector<Actor> Transaction::colleagues_in(const Conversation& state, const Commands& steps) {
    std::vector<Actor> colleagues;
    const auto add = [&](const AgentId& id) {
        auto agent = People(connection_).agent(id);
        // Nothing is given to who is disabled. What they have stays theirs until somebody takes it over.
        if (agent && (!agent->disabled_at || id == state.owner)) colleagues.push_back(std::move(agent->actor));
    };
    if (state.owner) add(*state.owner);
    for (const Command& step : steps)
        if (const auto* assign = std::get_if<Assign>(&step)) add(assign->agent);
    return colleagues;
}

Decision Transaction::decide(const ConversationId& conversation, const Request& request) {
    return decide(InboxView(connection_).state(conversation), request);
}

Decision Transaction::decide(const Conversation& state, const Request& request) {
    return wrapup::decide(state, request, {policy_.policy, colleagues_in(state, request.steps), at_});
}

Decision Transaction::run(const ConversationId& conversation, const Request& request) {
    Conversation state = InboxView(connection_).state(conversation);
    assert(equals_its_history(connection_, conversation, state));
    Decision decision = decide(state, request);
    if (const auto* events = std::get_if<Events>(&decision))
        if (!events->empty()) store(conversation, std::move(state), *events);
    return decision;
}

void Transaction::store(const ConversationId& conversation, Conversation state, const Events& events) {
    const Conversation before = state;
    for (const Event& event : events) state = evolve(std::move(state), event);
    note_loads(before, state);
    Change change{EventLog(connection_).append(conversation, events, policy_.version), state, {}};
    change.events.back().digest = digest(state);
    InboxView(connection_).project(conversation, state, change.events, policy_.policy);
    Measures(connection_).take(conversation, before, change.events);
    const auto says_it = [](const Event& event) { return says_whose_it_is(event.fact); };
    if (std::any_of(events.begin(), events.end(), says_it))
        if (const auto customer = People(connection_).customer(state.customer))
            change.customer = Named{customer->id.value, customer->name};
    changes_.push_back(std::move(change));
}

void Transaction::note_loads(const Conversation& before, const Conversation& after) {
    if (before.owner == after.owner && load_group(before) == load_group(after)) return;
    for (const Conversation* state : {&before, &after})
        if (load_group(*state)) loads_changed_.insert(state->owner->value);
}

Choice Transaction::go_on(const Actor& agent, const ConversationId& leaving) {
    const auto known = People(connection_).agent({agent.id});
    const Actor asking = known ? known->actor : agent;
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
    std::vector<Actor> team = People(connection_).team();
    for (const Waiting& one : InboxView(connection_).unowned_chats(routed_max)) {
        const auto agent = wrapup::route(one.state, team, policy_.policy);
        if (!agent) continue;
        run(one.id, {the_system, one.state.version, {}, {Assign{*agent}}});
        team = People(connection_).team();
    }
}

void make_searchable(Connection& connection, const Commit& commit) {
    for (const Change& change : commit.changes)
        Search(connection).add(change.state.site, change.events, change.customer ? change.customer->name : "");
}

std::shared_ptr<Commit> Transaction::commit() {
    if (changes_.empty()) return nullptr;
    auto commit = std::make_shared<Commit>();
    commit->changes = std::move(changes_);
    for (const std::string& agent : loads_changed_) commit->notices.push_back(agent_notice(connection_, {agent}));
    return commit;
}

}  // namespace wrapup::server
