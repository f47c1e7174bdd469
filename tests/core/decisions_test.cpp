// Where the two systems that Wrapup learns from disagree, it decided: D1 to D12. And what comes of two people acting at
// the same time. Each sentence is one row of the product's tables.
#include "core/available.hpp"
#include "core/due.hpp"
#include "core/visible.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

Commands pressing(ButtonId button, const std::string& text = {}) {
    return commands_of(button, ana, {text, {}, {}, {}});
}

std::optional<Availability> row_of(ButtonId button, const Conversation& state, const Actor& actor) {
    const Policy policy;
    for (const Availability& row : available(state, actor, {policy, team, at(9)}))
        if (row.button == button) return row;
    return std::nullopt;
}

const std::vector<Fact> ended_and_closed{SessionEnded{}, Closed{at(1), {}}};

}  // namespace

TEST_CASE("D1: who closes owns it first; a supervisor takes over in one step") {
    an_answered_chat().when(mia, {End{true}, Close{}}).refuses(Rejection::not_owner);
    an_answered_chat().when(mia, commands_of(ButtonId::take_over, mia, {})).then({Assigned{{"mia"}}});
    an_answered_chat().and_then(mia, {Assign{{"mia"}}}).when(mia, {End{true}, Close{}}).then(ended_and_closed);
}

TEST_CASE("D2: a closed chat is locked; every other channel reopens for a day; a new conversation links to the old") {
    a_closed_chat().when(visitor, {Receive{"wait"}}).refuses(Rejection::locked);
    nothing()
        .when(visitor, {Start{shop, Channel::chat, {"vera"}, ConversationId{"old"}}})
        .then({Started{shop, Channel::chat, {"vera"}, ConversationId{"old"}, false}, SessionStarted{}});
    const auto mail = [] {
        return nothing()
            .and_then(the_system, {Start{shop, Channel::email, {"vera"}, {}}})
            .and_then(ana, {Claim{}})
            .and_then(ana, {Reply{"hi"}, Close{}});
    };
    const std::int64_t day = 24 * 60 * 60 * 1000;
    mail().after(day - 1).when(visitor, {Receive{"wait"}}).then({Reopened{}, MessageReceived{"wait"}});
    mail().after(day).when(visitor, {Receive{"wait"}}).refuses(Rejection::locked);
}

TEST_CASE("D3: End and Close are two things, and End Chat and Close does both") {
    an_answered_chat().when(ana, pressing(ButtonId::end)).then({SessionEnded{}});
    an_answered_chat().when(ana, pressing(ButtonId::end_and_close)).then(ended_and_closed);
    an_answered_chat().when(ana, {Close{}}).refuses(Rejection::session_active);
}

TEST_CASE("D5: closing with a reply owed asks; the three ways out are closing anyway, no reply needed, and a reply") {
    const auto chat = a_chat_of(ana);
    CHECK(row_of(ButtonId::end_and_close, chat.state(), ana)->asks == Confirmation::reply_owed);
    chat.when(ana, pressing(ButtonId::end_and_close)).refuses(Rejection::reply_owed);
    chat.when_confirmed(ana, pressing(ButtonId::end_and_close)).then(ended_and_closed);
    a_chat_of(ana)
        .and_then(ana, pressing(ButtonId::no_reply_needed))
        .when(ana, pressing(ButtonId::end_and_close))
        .then({Closed{}});
    a_chat_of(ana).and_then(ana, {Reply{"hi"}}).when(ana, pressing(ButtonId::end_and_close)).then(ended_and_closed);
}

TEST_CASE("D6: the button says what comes after closing") {
    const auto goes_on = [](ButtonId button) { return std::holds_alternative<Next>(pressing(button, "x").back()); };
    CHECK((goes_on(ButtonId::close_and_next) && goes_on(ButtonId::send_close_and_next) && goes_on(ButtonId::next)));
    CHECK_FALSE((goes_on(ButtonId::close) || goes_on(ButtonId::end_and_close) || goes_on(ButtonId::send_and_close)));
    an_answered_chat().when(ana, pressing(ButtonId::close_and_next)).then(ended_and_closed);
}

TEST_CASE("D7: a note needs no owner, never reaches a visitor, and is no reply") {
    a_new_chat().when(ben, {AddNote{"psst"}}).then({NoteAdded{"psst"}});
    CHECK(visible_to({1, at(1), ben.author(), NoteAdded{"psst"}}, visitor, {}) == std::nullopt);
    CHECK(a_chat_of(ana).and_then(ana, {AddNote{"psst"}}).state().reply_owed());
}

TEST_CASE("D8: what stands in a place may change, but no button changes its place") {
    for (const Placement& a : placements)
        for (const Placement& b : placements)
            if (a.button == b.button && !(a.on - (a.on - b.on)).empty()) CHECK(a.place == b.place);
}

TEST_CASE("D9: nothing closes over a message that the closer has not seen, and a plain reply leaves it owed") {
    const auto chat = an_answered_chat().and_then(visitor, {Receive{"wait"}});
    for (const Commands& closing : {pressing(ButtonId::end_and_close), pressing(ButtonId::send_and_close, "bye"),
                                    pressing(ButtonId::no_reply_needed)})
        chat.when_behind(1, ana, closing).refuses(Rejection::unseen_message);
    chat.when_behind(1, ana, {Reply{"bye"}}).then({Replied{"bye", false, 5}});
    CHECK(due(chat.state(), {}).has_value());
}

TEST_CASE("D10: closing twice is a no-op, never a toggle") {
    a_closed_chat().when(ana, {Close{}}).then({});
    a_closed_chat().when(ben, pressing(ButtonId::end_and_close)).then({});
}

TEST_CASE("D11: the closer undoes their close within ten seconds") {
    a_closed_chat().after(9'999).when(ana, {UndoClose{}}).then({CloseUndone{}});
    a_closed_chat().after(10'000).when(ana, {UndoClose{}}).refuses(Rejection::undo_window_over);
}

TEST_CASE("D12: topics required, unseen messages and confirmations never hold up the system") {
    Policy policy;
    policy.topics = policy.required_topics = {{"billing"}};
    a_chat_of(ana).under(policy).when_behind(3, the_system, {End{}, Close{}}).then(ended_and_closed);
}

TEST_CASE("race: I claim, and another claimed") {
    a_chat_of(ben).when(ana, {Claim{}}).refuses(Rejection::owned_by);
    a_chat_of(ben).when(ana, {AddNote{"what I had written"}}).then({NoteAdded{"what I had written"}});
}

TEST_CASE("race: I reply, and another closed it, or owns it now") {
    const Commands reopen_and_send{Reopen{}, Reply{"late"}};
    a_closed_chat().when(ana, {Reply{"late"}}).refuses(Rejection::closed);
    a_closed_chat().when(ana, reopen_and_send).then({Reopened{AgentId{"ana"}}, Replied{"late", true}});
    a_chat_of(ana).and_then(mia, {Assign{{"mia"}}}).when(ana, {Reply{"late"}}).refuses(Rejection::not_owner);
}

TEST_CASE("race: I reply or close, and the customer wrote more") {
    const auto chat = an_answered_chat().and_then(visitor, {Receive{"more"}});
    chat.when_behind(1, ana, {Reply{"hi"}}).then({Replied{"hi", false, 5}});
    chat.when_behind(1, ana, pressing(ButtonId::end_and_close)).refuses(Rejection::unseen_message);
}

TEST_CASE("race: a visitor writes, and it was closed meanwhile") {
    a_closed_chat().when(visitor, {Receive{"one more thing"}}).refuses(Rejection::locked);
    nothing()
        .when(visitor, {Start{shop, Channel::chat, {"vera"}, ConversationId{"old"}}, Receive{"one more thing"}})
        .then({Started{shop, Channel::chat, {"vera"}, ConversationId{"old"}, false}, SessionStarted{},
               MessageReceived{"one more thing"}});
}

}  // namespace wrapup::test
