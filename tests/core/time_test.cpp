// What is due when, and what the passing of time does.
#include "core/due.hpp"
#include "core/timers.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

// First replies within 100 ms, later ones within 30; idle after 1,000; gone after 50.
Policy quick() {
    Policy policy;
    policy.respond.of.fill({100, 30});
    policy.idle_end_ms = 1'000;
    policy.rejoin_window_ms = 50;
    return policy;
}

std::optional<Time> due_of(const Scenario& scenario) { return due(scenario.state(), quick()); }
std::vector<Timer> timers_of(const Scenario& scenario) { return timers_due(scenario.state(), quick()); }

}  // namespace

TEST_CASE("a customer's message sets what is due, and a reply meets it") {
    CHECK(due_of(a_new_chat()) == at(1 + 100));
    CHECK(due_of(a_new_chat().after(50).and_then(visitor, {Receive{"still there?"}})) == at(1 + 100));
    CHECK(due_of(an_answered_chat()) == std::nullopt);
}

TEST_CASE("the first response and the next ones have times of their own") {
    CHECK(due_of(an_answered_chat().after(10).and_then(visitor, {Receive{"and?"}})) == at(14 + 30));
    CHECK(due_of(nothing().and_then(the_system, {Start{shop, Channel::email, {"vera"}, {}}})) == at(1 + 100));
}

TEST_CASE("a reply over an unseen message leaves it due, and the response after it is a next one") {
    auto chat = a_chat_of(ana).and_then(visitor, {Receive{"also"}}).state();
    chat = evolve(std::move(chat), {5, at(9), ana.author(), Replied{"hi", false}});
    CHECK(due(chat, quick()) == at(1 + 100));
    chat = evolve(std::move(chat), {6, at(10), ana.author(), Replied{"and that", true}});
    chat = evolve(std::move(chat), {7, at(20), visitor.author(), MessageReceived{"thanks, but"}});
    CHECK(due(chat, quick()) == at(20 + 30));
}

TEST_CASE("no reply needed clears what is due, and so does closing") {
    CHECK(due_of(a_chat_of(ana).and_then(ana, {NoReplyNeeded{}})) == std::nullopt);
    CHECK(due_of(a_chat_of(ana).and_then(ana, {End{}, Close{}})) == std::nullopt);
}

TEST_CASE("reopening sets anew what was owed, and leaves alone what was not") {
    const auto closed_owed = [] { return a_chat_of(ana).and_then(ana, {End{}, Close{}}).after(500); };
    CHECK(due_of(closed_owed().and_then(ben, {Reopen{}})) == at(504 + 100));
    CHECK(due_of(a_closed_chat().and_then(ben, {Reopen{}})) == std::nullopt);
    CHECK(due_of(closed_owed().and_then(ana, {UndoClose{}})) == at(1 + 100));
}

TEST_CASE("where the policy sets no time, nothing is due") {
    Policy never;
    never.respond[Channel::chat] = {std::nullopt, 30};
    CHECK(due(a_new_chat().state(), never) == std::nullopt);
    CHECK(due(an_answered_chat().and_then(visitor, {Receive{"?"}}).state(), never).has_value());
}

TEST_CASE("a silent visitor's chat is ended after the idle time, counted from the last reply") {
    CHECK(timers_of(an_answered_chat()) == std::vector<Timer>{{at(3 + 1'000), TimerKind::idle_end}});
    CHECK(timers_of(an_answered_chat().after(500).and_then(ana, {Reply{"are you there?"}})) ==
          std::vector<Timer>{{at(504 + 1'000), TimerKind::idle_end}});
    CHECK(commands_of(TimerKind::idle_end, an_answered_chat().state()) == Commands{End{}});
}

TEST_CASE("idle time counts only while the chat is owned and nothing is owed") {
    CHECK(timers_of(a_new_chat()).empty());
    CHECK(timers_of(a_chat_of(ana)).empty());
    CHECK(timers_of(an_answered_chat().and_then(ana, {Release{}})).empty());
    CHECK(timers_of(an_answered_chat().and_then(ana, {End{}})).empty());
    const auto silent = nothing().and_then(visitor, {start_chat}).and_then(ana, {Claim{}});
    CHECK(timers_of(silent) == std::vector<Timer>{{at(1 + 1'000), TimerKind::idle_end}});
    const auto not_needed = a_chat_of(ana).and_then(ana, {NoReplyNeeded{}});
    CHECK(timers_of(not_needed) == std::vector<Timer>{{at(3 + 1'000), TimerKind::idle_end}});
    const auto in_a_call =
        nothing().and_then(visitor, {Start{shop, Channel::call, {"vera"}, {}}}).and_then(ana, {Claim{}});
    CHECK(timers_of(in_a_call).empty());
}

TEST_CASE("idle time starts over with a new session") {
    const auto again = an_answered_chat().and_then(ana, {End{}}).after(700).and_then(visitor, {Receive{"hi again"}});
    CHECK(timers_of(again).empty());
}

TEST_CASE("a visitor who left before anybody owned the chat ends and closes it; after that only ends it") {
    const auto left_new = a_new_chat().and_then(the_system, {Left{}});
    CHECK(timers_of(left_new) == std::vector<Timer>{{at(2 + 50), TimerKind::rejoin}});
    CHECK(commands_of(TimerKind::rejoin, left_new.state()) == Commands{End{}, Close{}});
    left_new.when(the_system, commands_of(TimerKind::rejoin, left_new.state()))
        .then({SessionEnded{}, Closed{at(1), at(2)}});

    const auto left_owned = a_chat_of(ana).and_then(ana, {Release{}}).and_then(the_system, {Left{}});
    CHECK(commands_of(TimerKind::rejoin, left_owned.state()) == Commands{End{}});
    CHECK(timers_of(a_new_chat().and_then(the_system, {Left{}}).and_then(the_system, {Returned{}})).empty());
}

TEST_CASE("a snoozed conversation wakes at its time, and not by itself where it waits for a reply") {
    const auto until = an_answered_chat().and_then(ana, {End{}}).and_then(ana, {Snooze{at(700)}});
    CHECK(timers_of(until) == std::vector<Timer>{{at(700), TimerKind::wake}});
    CHECK(commands_of(TimerKind::wake, until.state()) == Commands{Wake{}});
    CHECK(timers_of(an_answered_chat().and_then(ana, {End{}}).and_then(ana, {Snooze{}})).empty());
}

TEST_CASE("timers come soonest first, and a closed conversation has none") {
    const auto both = an_answered_chat().and_then(ana, {Snooze{at(5'000)}}).and_then(the_system, {Left{}});
    CHECK(timers_of(both) == std::vector<Timer>{{at(5 + 50), TimerKind::rejoin},
                                                {at(3 + 1'000), TimerKind::idle_end},
                                                {at(5'000), TimerKind::wake}});
    CHECK(timers_of(an_answered_chat().and_then(ana, {Snooze{at(5'000)}}).and_then(ana, {End{}, Close{}})).empty());
    CHECK(timers_due(Conversation{}, quick()).empty());
}

}  // namespace wrapup::test
