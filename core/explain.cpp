#include "core/explain.hpp"

#include "core/due.hpp"
#include "core/evolve.hpp"
#include "core/standing.hpp"

namespace wrapup {

Explanation explain(const History& history, const Actor& actor, Time at) {
    const Policy before_the_first;
    const Policy* policy = &before_the_first;
    for (const PolicyVersion& version : history.policies)
        if (version.from <= at) policy = &version.policy;

    Explanation explanation;
    explanation.at = at;
    for (const Event& event : history.events)
        if (event.at <= at) explanation.state = evolve(std::move(explanation.state), event);
    const Conversation& state = explanation.state;
    explanation.status = status(state);
    explanation.due = due(state, *policy);
    if (may_know(state, actor))
        for (const Availability& row : available(state, actor, {*policy, history.colleagues, at}))
            explanation.buttons.push_back(row);
    return explanation;
}

}  // namespace wrapup
