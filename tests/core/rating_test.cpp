// rate: once it is really over, the customer says how it was. identify: whose conversation it is has turned out.
#include "core/available.hpp"
#include "core/standing.hpp"
#include "core/visible.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {

TEST_CASE("a customer rates a closed chat, once, and not before its close is final") {
    an_answered_chat().when(visitor, {Rate{5, ""}}).refuses(Rejection::not_closed);
    a_closed_chat().after(9'999).when(visitor, {Rate{5, ""}}).refuses(Rejection::undo_window_open);
    a_closed_chat().after(10'000).when(visitor, {Rate{5, ""}}).then({Rated{5, ""}});
    a_closed_chat().after(10'000).when(visitor, {Rate{1, "slow"}}).then({Rated{1, "slow"}});
    a_closed_chat()
        .after(10'000)
        .and_then(visitor, {Rate{5, ""}})
        .when(visitor, {Rate{1, ""}})
        .refuses(Rejection::already_rated);
}

TEST_CASE("a rating is from one to five, and its words are text") {
    const auto refuses = [](const Rate& rate, Rejection why) {
        a_closed_chat().after(10'000).when(visitor, {rate}).refuses(why);
    };
    refuses({0, ""}, Rejection::invalid_score);
    refuses({score_max + 1, ""}, Rejection::invalid_score);
    refuses({5, "\xFF"}, Rejection::invalid_text);
    refuses({5, std::string(text_code_points_max + 1, 'x')}, Rejection::too_long);
}

TEST_CASE("nobody rates but the customer whose chat it was") {
    a_closed_chat().after(10'000).when(ana, {Rate{5, ""}}).refuses(Rejection::not_permitted);
    a_closed_chat().after(10'000).when(the_system, {Rate{5, ""}}).refuses(Rejection::not_permitted);
    a_closed_chat().after(10'000).when(other_visitor, {Rate{5, ""}}).refuses(Rejection::unknown_conversation);
}

TEST_CASE("a rating outlasts a reopening: there is one for each conversation") {
    const auto rated = [] { return a_closed_chat().after(10'000).and_then(visitor, {Rate{2, ""}}); };
    CHECK(rated().and_then(ana, {Reopen{}}).state().score == 2u);
    rated()
        .and_then(ana, {Reopen{}})
        .and_then(ana, {Close{}})
        .after(10'000)
        .when(visitor, {Rate{5, ""}})
        .refuses(Rejection::already_rated);
}

TEST_CASE("customers know the window of the undo, so that they know when they can rate") {
    Policy policy;
    policy.undo_window_ms = 60'000;
    CHECK(visible_to(policy, visitor).undo_window_ms == 60'000);
}

TEST_CASE("who is identified has the conversation from then on, and who wrote it no more") {
    const Actor wanda{Role::customer, "wanda", {shop}, {}};
    const auto chat = an_answered_chat().and_then(the_system, {Identify{{"wanda"}}});
    CHECK(may_know(chat.state(), wanda));
    CHECK_FALSE(may_know(chat.state(), visitor));
    chat.when(wanda, {Receive{"me again"}}).then({MessageReceived{"me again"}});
    chat.when(the_system, {Identify{{"wanda"}}}).then({});
    a_closed_chat().when(the_system, {Identify{{"wanda"}}}).then({Identified{{"wanda"}}});
}

TEST_CASE("nobody identifies a customer but the system, and only where there is one") {
    for (const Actor& actor : {visitor, ana, admin})
        an_answered_chat().when(actor, {Identify{{"wanda"}}}).refuses(Rejection::not_permitted);
    nothing()
        .and_then(ana, {Start{shop, Channel::task, {}, {}}})
        .when(the_system, {Identify{{"wanda"}}})
        .refuses(Rejection::no_customer);
}

}  // namespace wrapup::test
