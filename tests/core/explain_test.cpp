#include "core/explain.hpp"

#include "core/decide.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

History history_of(const Scenario& scenario) { return {{}, team, scenario.history()}; }

std::optional<Availability> find(const Explanation& explanation, ButtonId button) {
    for (const Availability& row : explanation.buttons)
        if (row.button == button) return row;
    return std::nullopt;
}

}  // namespace

TEST_CASE("explain tells how it stood at any moment, and why each button was as it was") {
    const auto history = history_of(an_answered_chat().and_then(ana, {End{}, Close{}}));  // Written at 1, 2, 3 and 4.
    CHECK(explain(history, ben, at(1)).status == Status::new_);
    CHECK(find(explain(history, ben, at(1)), ButtonId::claim)->rejection == std::nullopt);
    CHECK(find(explain(history, ben, at(2)), ButtonId::claim)->rejection == Rejection::owned_by);
    CHECK(find(explain(history, ana, at(2)), ButtonId::end_and_close)->asks == Confirmation::reply_owed);
    CHECK(find(explain(history, ana, at(3)), ButtonId::end_and_close)->asks == std::nullopt);
    CHECK(explain(history, ana, at(4)).status == Status::closed);
    CHECK(find(explain(history, ana, at(4)), ButtonId::undo_close)->rejection == std::nullopt);
    CHECK(find(explain(history, ana, at(20'000)), ButtonId::undo_close)->rejection == Rejection::undo_window_over);
}

TEST_CASE("explain goes by the policy that was in force then") {
    History history = history_of(a_chat_of(ana));
    Policy hurried;
    hurried.respond[Channel::chat] = {10, 10};
    Policy strict = hurried;
    strict.topics = strict.required_topics = {{"billing"}};
    history.policies = {{at(5), hurried}, {at(8), strict}};
    CHECK(explain(history, ana, at(4)).due == at(1 + 60'000));
    CHECK(explain(history, ana, at(5)).due == at(1 + 10));
    CHECK(find(explain(history, ana, at(7)), ButtonId::end_and_close)->rejection == std::nullopt);
    CHECK(find(explain(history, ana, at(8)), ButtonId::end_and_close)->rejection == Rejection::topic_required);
}

TEST_CASE("before its first event, and to whom it is none of their business, nothing is explained") {
    const auto history = history_of(a_chat_of(ana));
    CHECK(explain(history, ana, at(0)).buttons.empty());
    CHECK(explain(history, stranger, at(9)).buttons.empty());
    CHECK(explain(history, other_visitor, at(9)).buttons.empty());
}

}  // namespace wrapup::test
