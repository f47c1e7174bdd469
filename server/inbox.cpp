#include "server/inbox.hpp"

#include <cassert>

#include "core/evolve.hpp"
#include "core/overloaded.hpp"
#include "core/refusal.hpp"
#include "server/ids.hpp"
#include "server/store/clients.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

// What a command comes to, before anything of it is stored.
struct Inbox::Effect {
    Outcome outcome;
    ConversationId conversation;
    Conversation state;  // After the events.
    Events events;
};

namespace {

std::vector<Actor> team(Connection& connection) {
    std::vector<Actor> actors;
    for (Agent& agent : People(connection).agents()) actors.push_back(std::move(agent.actor));
    return actors;
}

[[maybe_unused]] bool equals_its_history(Connection& connection, const ConversationId& id, const Conversation& state) {
    Conversation replayed;
    for (const StoredEvent& stored : EventLog(connection).of(id)) replayed = evolve(std::move(replayed), stored.event);
    return replayed == state;
}

// Whether a step goes on from a conversation that this actor may not know of.
bool links_to_unknown(InboxView view, const Actor& actor, const Commands& steps) {
    return std::any_of(steps.begin(), steps.end(), [&](const Command& step) {
        const auto* start = std::get_if<Start>(&step);
        return start != nullptr && start->linked_to && !may_know(view.state(*start->linked_to), actor);
    });
}

bool is(const Decision& decision, Rejection rejection) {
    const auto* refused = std::get_if<Rejection>(&decision);
    return refused != nullptr && *refused == rejection;
}

Json detail_of(Rejection rejection, const Conversation& state) {
    const bool about_the_owner = rejection == Rejection::owned_by || rejection == Rejection::not_owner;
    return about_the_owner ? Json{{"owner", encode(state.owner)}} : Json(nullptr);
}

// Null where there is nothing to announce.
std::shared_ptr<Commit> stored(Connection& connection, const ConversationId& id, const Conversation& state,
                               const Events& events) {
    if (events.empty()) return nullptr;
    auto commit = std::make_shared<Commit>();
    commit->events = EventLog(connection).append(id, events);
    commit->state = state;
    InboxView(connection).project(id, state, events);
    if (std::holds_alternative<Started>(events.front().fact))
        if (const auto customer = People(connection).customer(state.customer))
            commit->customer = Named{customer->id.value, customer->name};
    return commit;
}

}  // namespace

Inbox::Answer Inbox::run(const Actor& actor, const ClientId& client, const std::vector<NumberedCommand>& commands) {
    std::vector<Outcome> outcomes;
    for (const NumberedCommand& command : commands) {
        auto result = run_one(actor, client, command, outcomes);
        if (const auto* gap = std::get_if<Gap>(&result)) return *gap;
        if (std::holds_alternative<NotYours>(result)) return NotYours{};
        outcomes.push_back(std::get<Outcome>(std::move(result)));
    }
    return outcomes;
}

std::variant<Outcome, Inbox::Gap, Inbox::NotYours> Inbox::run_one(const Actor& actor, const ClientId& client,
                                                                  const NumberedCommand& command,
                                                                  const std::vector<Outcome>& outcomes_before) {
    Writing writing(database_);
    Clients clients(*writing);
    const Client known = clients.find(client).value_or(Client{actor.id, 0});
    if (known.actor_id != actor.id) return NotYours{};
    if (command.n <= known.last_command) return clients.outcome(client, command.n).value();
    if (command.n != known.last_command + 1) return Gap{known.last_command + 1};

    const Effect effect = effect_of(*writing, actor, command);
    const auto commit = stored(*writing, effect.conversation, effect.state, effect.events);
    clients.record(client, actor, effect.outcome);
    if (commit) {
        commit->actor_id = actor.id;
        commit->client = client;
        commit->outcomes = outcomes_before;
        commit->outcomes.push_back(effect.outcome);
    }
    writing.commit();
    if (commit) hub_.announce(commit);
    return effect.outcome;
}

Inbox::Effect Inbox::effect_of(Connection& connection, const Actor& actor, const NumberedCommand& command) {
    if (const auto* unreadable = std::get_if<Unreadable>(&command.command))
        return {{command.n, "newer_client", Json{{"field", unreadable->field}}}, {}, {}, {}};

    const auto& asked = std::get<Asked>(command.command);
    Conversation state = InboxView(connection).state(asked.conversation);
    assert(equals_its_history(connection, asked.conversation, state));
    Decision decision = decision_on(connection, state, actor, asked);
    if (const auto* rejection = std::get_if<Rejection>(&decision))
        return {{command.n, std::string(name_of(*rejection)), detail_of(*rejection, state)}, {}, {}, {}};

    auto& events = std::get<Events>(decision);
    for (const Event& event : events) state = evolve(std::move(state), event);
    return {{command.n, "ok", {}}, asked.conversation, std::move(state), std::move(events)};
}

Decision Inbox::decision_on(Connection& connection, const Conversation& state, const Actor& actor, const Asked& asked) {
    if (!is_id(asked.conversation.value)) return Rejection::unknown_conversation;
    const Request request{actor, asked.seen, asked.confirmed, asked.steps};
    const std::vector<Actor> colleagues = team(connection);
    const Decision decision = decide(state, request, {policy_, colleagues, clock_()});
    const bool may = !is(decision, Rejection::not_permitted);
    if (may && links_to_unknown(InboxView(connection), actor, asked.steps)) return Rejection::unknown_conversation;
    return decision;
}

}  // namespace wrapup::server
