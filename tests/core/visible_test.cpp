#include "core/visible.hpp"

#include "core/available.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

struct Row {
    Fact fact;
    std::optional<Fact> shown;   // What a customer sees of it, where agents are named.
    std::optional<Fact> hidden;  // And where they are not.
};

template <class T>
Row as_it_is(T fact) {
    return {fact, fact, fact};
}
template <class T>
Row never(T fact) {
    return {fact, std::nullopt, std::nullopt};
}

const Attachment map{{"a"}, "map.png", MediaType::png, 9, 3, 2, 0};

// One of each, all fields filled in.
const std::vector<Row> rows{
    as_it_is(Started{shop, Channel::chat, {"vera"}, ConversationId{"old"}, true}),
    as_it_is(SessionStarted{}),
    as_it_is(Claimed{}),
    as_it_is(Released{}),
    {Assigned{{"ben"}}, Assigned{{"ben"}}, Assigned{{""}}},
    as_it_is(MessageReceived{"x", {map}}),
    {Replied{"x", false, 2, {map}}, Replied{"x", true, {}, {map}}, Replied{"x", true, {}, {map}}},
    never(NoteAdded{"x"}),
    never(MarkedNoReplyNeeded{}),
    as_it_is(SessionEnded{}),
    as_it_is(Closed{at(1), at(2)}),
    {Reopened{AgentId{"ben"}}, Reopened{AgentId{"ben"}}, Reopened{AgentId{""}}},
    as_it_is(CloseUndone{}),
    never(Snoozed{at(5)}),
    never(Woken{}),
    never(TopicsSet{{{"billing"}}}),
    as_it_is(MarkedRead{3}),
    never(CustomerLeft{}),
    never(CustomerReturned{}),
    as_it_is(Rated{4, "x"}),
    as_it_is(Identified{{"wanda"}}),
};

std::optional<Event> seen(const Fact& fact, const Author& by, AgentNames names) {
    Policy policy;
    policy.agent_names = names;
    return visible_to({7, at(9), by, fact}, visitor, policy);
}

}  // namespace

TEST_CASE("a customer sees what was said and what ended, and nothing of the house, field by field") {
    for (std::size_t i = 0; i < std::variant_size_v<Fact>; ++i) CHECK(rows.at(i).fact.index() == i);
    CHECK(rows.size() == std::variant_size_v<Fact>);
    for (const Row& row : rows) {
        INFO(row.fact.index());
        const bool reading = std::holds_alternative<MarkedRead>(row.fact);
        const Author named = reading ? Author{Role::agent, ""} : ana.author();
        const auto event = [&](const Author& by, const std::optional<Fact>& fact) {
            return fact ? std::optional(Event{7, at(9), by, *fact}) : std::nullopt;
        };
        CHECK(seen(row.fact, ana.author(), AgentNames::shown) == event(named, row.shown));
        CHECK(seen(row.fact, ana.author(), AgentNames::hidden) == event({Role::agent, ""}, row.hidden));
        CHECK(seen(row.fact, visitor.author(), AgentNames::hidden) == event(visitor.author(), row.hidden));
    }
}

TEST_CASE("that somebody of the house is a supervisor is not told either, where agents have no names") {
    CHECK(seen(Closed{}, mia.author(), AgentNames::hidden)->by == Author{Role::agent, ""});
    CHECK(seen(Closed{}, the_system.author(), AgentNames::hidden)->by == the_system.author());
}

TEST_CASE("of the policy a customer gets what their own buttons need") {
    Policy policy;
    policy.reopen[Channel::chat] = {ReopenMode::window, 5};
    policy.topics = policy.required_topics = {{"difficult customer"}};
    policy.agent_names = AgentNames::hidden;
    policy.routing = Routing::push;
    const Policy theirs = visible_to(policy, visitor);
    CHECK((theirs.reopen == policy.reopen && theirs.agent_names == policy.agent_names));
    CHECK((theirs.topics.empty() && theirs.required_topics.empty() && theirs.routing == Routing::claim));
    for (const ResponseTimes& times : theirs.respond.of) CHECK(times == ResponseTimes{});
    CHECK(visible_to(policy, ana) == policy);
}

TEST_CASE("agents see every event as it is") {
    for (const Row& row : rows)
        for (const Actor& actor : {ana, mia, admin, the_system})
            CHECK(visible_to({7, at(9), visitor.author(), row.fact}, actor, {}) ==
                  Event{7, at(9), visitor.author(), row.fact});
}

}  // namespace wrapup::test
