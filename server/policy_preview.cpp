#include "server/policy_preview.hpp"

#include <algorithm>

#include "core/due.hpp"
#include "core/evolve.hpp"
#include "core/timers.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"

namespace wrapup::server {
namespace {

bool lacks_a_topic(const Conversation& state, const Policy& policy) {
    const auto& required = policy.required_topics;
    return !required.empty() && std::none_of(required.begin(), required.end(), [&](const TopicId& topic) {
        return std::find(state.topics.begin(), state.topics.end(), topic) != state.topics.end();
    });
}

// When a person does something next, from this event on: until then, only time passes.
Time next_of_a_person(const Events& events, std::size_t from, Time otherwise) {
    for (std::size_t i = from; i < events.size(); ++i)
        if (events[i].by.role != Role::system) return events[i].at;
    return otherwise;
}

}  // namespace

void Foresight::add(const Events& events, Time since) {
    Conversation state;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        const Conversation before = state;
        state = evolve(std::move(state), event);
        if (event.at < since) continue;
        look_at_answer(before, state, event.at);
        look_at_pause(state, event.at, next_of_a_person(events, i + 1, now_));
        if (std::holds_alternative<Closed>(event.fact) && role::agents.has(event.by.role))
            foreseen_.held_up += lacks_a_topic(before, policy_);
        const auto* closed = std::get_if<phase::Closed>(&before.phase);
        if (closed != nullptr && std::holds_alternative<Reopened>(event.fact) && event.by.role == Role::customer)
            came_back(before.channel, event.at - closed->at);
    }
    const auto still_due = due(state, policy_);
    foreseen_.breached += still_due && *still_due < now_;
}

void Foresight::came_back(Channel channel, Milliseconds after) {
    const ReopenPolicy& reopen = policy_.reopen[channel];
    const bool in_window = reopen.mode == ReopenMode::window && after.count() <= reopen.window_ms;
    ++(reopen.mode == ReopenMode::always || in_window ? foreseen_.reopened : foreseen_.refused);
}

// The first timer that runs out in it, and had not before.
void Foresight::look_at_pause(const Conversation& state, Time from, Time until) {
    for (const Timer& timer : timers_due(state, policy_)) {
        if (timer.kind == TimerKind::wake) continue;
        if (timer.at > from && timer.at <= until)
            ++(timer.kind == TimerKind::rejoin && !state.had_owner ? foreseen_.closed_left : foreseen_.ended);
        return;
    }
}

void Foresight::look_at_answer(const Conversation& before, const Conversation& after, Time at) {
    const auto was_due = due(before, policy_);
    const bool is_over = !after.reply_owed() || after.closed() || before.answer != after.answer;
    foreseen_.breached += was_due && is_over && *was_due < at;
}

namespace {

Events events_of(Connection& connection, const ConversationId& conversation) {
    Events events;
    for (StoredEvent& stored : EventLog(connection).of(conversation)) events.push_back(std::move(stored.event));
    return events;
}

// A customer's new conversation after one that was closed, and how long after that.
struct Return {
    Channel channel;
    Milliseconds after;
};
std::optional<Return> return_in(Connection& connection, const Events& events) {
    const auto* started = events.empty() ? nullptr : std::get_if<Started>(&events.front().fact);
    if (started == nullptr || !started->linked_to) return std::nullopt;
    const Conversation before = InboxView(connection).state(*started->linked_to);
    const auto* closed = std::get_if<phase::Closed>(&before.phase);
    if (closed == nullptr || closed->at > events.front().at) return std::nullopt;
    return Return{before.channel, events.front().at - closed->at};
}

}  // namespace

Foretold preview(Connection& connection, const std::vector<SiteId>& sites, const Policy& in_force,
                 const Policy& proposed, Time now) {
    const Time since = now - Milliseconds{Foretold::days * day_ms};
    const auto latest = InboxView(connection).active_since(since, sites, Foretold::conversations_max);
    Foresight as_it_is(in_force, now), as_it_would_be(proposed, now);
    for (const ConversationId& conversation : latest) {
        const Events events = events_of(connection, conversation);
        const auto returned = return_in(connection, events);
        for (Foresight* foresight : {&as_it_is, &as_it_would_be}) {
            foresight->add(events, since);
            if (returned && events.front().at >= since) foresight->came_back(returned->channel, returned->after);
        }
    }
    return {static_cast<std::int64_t>(latest.size()), as_it_is.foreseen(), as_it_would_be.foreseen()};
}

}  // namespace wrapup::server
