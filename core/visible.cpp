#include "core/visible.hpp"

#include "core/audience.hpp"
#include "core/overloaded.hpp"

namespace wrapup {
namespace {

using Seen = std::optional<Fact>;

struct NotTold {
    template <class T>
    requires(!is_told_to_customers<T>) Seen operator()(const T&) const { return std::nullopt; }
};

// The customer's view of each fact, field by field. `name` is what they see of an agent's id.
template <class Name>
Seen as_customers_see(const Fact& fact, const Name& name) {
    return std::visit(overloaded{
                          [](const Started& started) -> Seen { return started; },
                          [](const SessionStarted& started) -> Seen { return started; },
                          [](const Claimed& claimed) -> Seen { return claimed; },
                          [](const Released& released) -> Seen { return released; },
                          [&](const Assigned& assigned) -> Seen { return Assigned{name(assigned.agent)}; },
                          [](const MessageReceived& message) -> Seen { return message; },
                          // Whether the agent had seen their last message is the house's business.
                          [](const Replied& reply) -> Seen {
                              return Replied{reply.text, true, {}, reply.attachments};
                          },
                          [](const SessionEnded& ended) -> Seen { return ended; },
                          [](const Closed& closed) -> Seen { return closed; },
                          [&](const Reopened& reopened) -> Seen {
                              return Reopened{reopened.owner ? std::optional(name(*reopened.owner)) : std::nullopt};
                          },
                          [](const CloseUndone& undone) -> Seen { return undone; },
                          [](const MarkedRead& read) -> Seen { return read; },
                          [](const Rated& rated) -> Seen { return rated; },
                          [](const Identified& identified) -> Seen { return identified; },
                          NotTold{},
                      },
                      fact);
}

Author without_name(const Author& author) { return role::agents.has(author.role) ? Author{Role::agent, {}} : author; }

}  // namespace

std::optional<Event> visible_to(const Event& event, const Actor& actor, const Policy& policy) {
    if (actor.role != Role::customer) return event;
    const bool named = policy.agent_names == AgentNames::shown;
    const auto name = [&](const AgentId& agent) { return named ? agent : AgentId{}; };
    auto fact = as_customers_see(event.fact, name);
    if (!fact) return std::nullopt;

    // That somebody has read is told to them, but not who: anybody of the house may look.
    const bool anonymous = std::holds_alternative<MarkedRead>(*fact);
    Author by = anonymous ? without_name(event.by) : visible_to_customers(event.by, policy);
    return Event{event.version, event.at, std::move(by), std::move(*fact)};
}

Author visible_to_customers(const Author& author, const Policy& policy) {
    return policy.agent_names == AgentNames::shown ? author : without_name(author);
}

Policy visible_to(const Policy& policy, const Actor& actor) {
    if (actor.role != Role::customer) return policy;
    Policy theirs;
    theirs.reopen = policy.reopen;
    theirs.respond = {};
    theirs.undo_window_ms = policy.undo_window_ms;
    theirs.agent_names = policy.agent_names;
    return theirs;
}

}  // namespace wrapup
