// To whom a conversation belongs once it is open again.
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

const Fact reopened_for_ana = Reopened{AgentId{"ana"}}, reopened_for_nobody = Reopened{std::nullopt};

Actor available_for(Actor agent, Group group) {
    agent.available = only(group);
    return agent;
}

// The first fact of what comes of it where a message reopens a chat at any time, and these are the colleagues.
Fact first_of(const Scenario& closed, const Actor& actor, const Command& command,
              const std::vector<Actor>& colleagues) {
    Policy policy;
    policy.reopen[Channel::chat] = {ReopenMode::always, 0};
    const Decision decision =
        decide(closed.state(), {actor, closed.state().version, {}, {command}}, {policy, colleagues, at(99)});
    INFO(named(decision));
    REQUIRE(std::holds_alternative<Events>(decision));
    REQUIRE_FALSE(std::get<Events>(decision).empty());
    return std::get<Events>(decision)[0].fact;
}

}  // namespace

TEST_CASE("a customer comes back to their last agent, if that agent takes new customers from the channel") {
    const Actor ana_chats = available_for(ana, Group::messaging), ana_mails = available_for(ana, Group::mail);
    const Actor ben_chats = available_for(ben, Group::messaging);
    for (const Command& command : Commands{Receive{"one more thing"}, Reopen{}}) {
        const auto first = [&](const Scenario& closed, const std::vector<Actor>& colleagues) {
            return first_of(closed, visitor, command, colleagues);
        };
        CHECK((first(a_closed_chat(), {ben_chats, ana_chats}) == reopened_for_ana));
        CHECK((first(a_closed_chat(), {ben_chats, ana_mails}) == reopened_for_nobody));
        CHECK((first(a_closed_chat(), {ben_chats, ana}) == reopened_for_nobody));
        CHECK((first(a_closed_chat(), {ben_chats}) == reopened_for_nobody));
        const auto never_owned = a_new_chat().and_then(the_system, {End{}, Close{}});
        CHECK((first(never_owned, {ben_chats, ana_chats}) == reopened_for_nobody));
    }
}

TEST_CASE("an agent who reopens has it, whoever is there") {
    const Actor ben_chats = available_for(ben, Group::messaging);
    CHECK((first_of(a_closed_chat(), ana, Reopen{}, {ben_chats, ana}) == reopened_for_ana));
    CHECK((first_of(a_closed_chat(), ben, Reopen{}, {ana}) == Fact{Reopened{AgentId{"ben"}}}));
}

}  // namespace wrapup::test
