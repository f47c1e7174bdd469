// undo_close: for ten seconds, the closer can take back what their button did.
#include "core/available.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

Scenario closed_by_button(Scenario before) {
    return std::move(before).and_then(ana, commands_of(ButtonId::end_and_close, ana, {}));
}

}  // namespace

TEST_CASE("the closer undoes a close for ten seconds, and no longer") {
    closed_by_button(an_answered_chat()).after(9'999).when(ana, {UndoClose{}}).then({CloseUndone{}});
    closed_by_button(an_answered_chat()).after(10'000).when(ana, {UndoClose{}}).refuses(Rejection::undo_window_over);
    Policy never;
    never.undo_window_ms = 0;
    closed_by_button(an_answered_chat()).under(never).when(ana, {UndoClose{}}).refuses(Rejection::undo_window_over);
}

TEST_CASE("only the closer undoes a close") {
    closed_by_button(an_answered_chat()).when(ben, {UndoClose{}}).refuses(Rejection::not_closer);
    closed_by_button(an_answered_chat()).when(mia, {UndoClose{}}).refuses(Rejection::not_closer);
    closed_by_button(an_answered_chat()).when(visitor, {UndoClose{}}).refuses(Rejection::not_permitted);
    a_new_chat().and_then(the_system, {End{}, Close{}}).when(ana, {UndoClose{}}).refuses(Rejection::not_closer);
    an_answered_chat().when(ana, {UndoClose{}}).refuses(Rejection::not_closed);
}

TEST_CASE("an undo restores exactly the state before, but for its version") {
    const auto undone = [](Scenario before) {
        Conversation expected = before.state();
        const Scenario after = closed_by_button(std::move(before)).and_then(ana, {UndoClose{}});
        expected.version = after.state().version;
        CHECK((after.state() == expected));
    };
    undone(an_answered_chat());
    undone(a_chat_of(ana));
    undone(an_answered_chat().and_then(visitor, {End{}}));
    undone(an_answered_chat().and_then(the_system, {Left{}}));
    undone(an_answered_chat().and_then(ana, {Snooze{at(1'000)}}));
}

TEST_CASE("what was sent with the close stays sent, and later notes and topics are kept") {
    Policy policy;
    policy.topics = {{"billing"}};
    const auto chat = a_chat_of(ana)
                          .under(policy)
                          .and_then(ana, commands_of(ButtonId::send_and_close, ana, {"bye", {}, {}, {}}))
                          .and_then(ben, {AddNote{"later"}, SetTopics{{{"billing"}}}})
                          .and_then(ana, {UndoClose{}});
    CHECK((chat.state().session_active() && !chat.state().reply_owed() && chat.state().had_reply));
    CHECK(chat.state().topics == std::vector<TopicId>{{"billing"}});
    CHECK(chat.state().owner == AgentId{"ana"});
}

TEST_CASE("a session that ended before the close does not come back with its undo") {
    const auto chat =
        an_answered_chat().and_then(ana, {End{}}).and_then(ana, {Close{}}).and_then(ana, {UndoClose{}}).state();
    CHECK_FALSE(chat.session_active());
}

TEST_CASE("who closed and reopened has nothing left to undo") {
    closed_by_button(an_answered_chat())
        .and_then(ben, {Reopen{}})
        .when(ana, {UndoClose{}})
        .refuses(Rejection::not_closed);
}

TEST_CASE("an undo sent along with its own close is accepted") {
    an_answered_chat()
        .when(ana, {End{true}, Close{}, UndoClose{}})
        .then({SessionEnded{}, Closed{at(1), {}}, CloseUndone{}});
}

}  // namespace wrapup::test
