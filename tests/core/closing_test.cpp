// end, close, no reply needed, reopen, and the buttons that are made of them.
#include "core/available.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

// The close that ends the session of a chat made by a_new_chat(), too.
const Closed closed_with_session{at(1), {}};

Commands pressing(ButtonId button, const Actor& actor, const std::string& text = "bye") {
    return commands_of(button, actor, {text, {}, {}, {}});
}

}  // namespace

TEST_CASE("ending a chat leaves the conversation open") {
    an_answered_chat().when(ana, {End{}}).then({SessionEnded{}});
    const auto ended = an_answered_chat().and_then(ana, {End{}});
    CHECK_FALSE(ended.state().closed());
    CHECK_FALSE(ended.state().session_active());
    ended.when(ana, {End{}}).refuses(Rejection::no_active_session);
}

TEST_CASE("the owner, the customer and the system end a chat; nobody else") {
    a_chat_of(ana).when(visitor, {End{}}).then({SessionEnded{}});
    a_chat_of(ana).when(the_system, {End{}}).then({SessionEnded{}});
    a_chat_of(ana).when(ben, {End{}}).refuses(Rejection::not_owner);
    a_new_chat().when(ana, {End{}}).refuses(Rejection::not_owner);
    a_closed_chat().when(visitor, {End{}}).refuses(Rejection::closed);
}

TEST_CASE("a bare close with a session active is refused") {
    an_answered_chat().when(ana, {Close{}}).refuses(Rejection::session_active);
    an_answered_chat().and_then(ana, {End{}}).when(ana, {Close{}}).then({Closed{}});
}

TEST_CASE("own it before closing it; a customer never closes") {
    an_answered_chat().when(ben, {End{true}, Close{}}).refuses(Rejection::not_owner);
    an_answered_chat().when(mia, {Close{}}).refuses(Rejection::not_owner);
    an_answered_chat().when(visitor, {Close{}}).refuses(Rejection::not_permitted);
}

TEST_CASE("closing twice does nothing the second time, whoever asks") {
    a_closed_chat().when(ana, {Close{}}).then({});
    a_closed_chat().when(ben, {Close{}}).then({});
    a_closed_chat().when(ana, pressing(ButtonId::end_and_close, ana)).then({});
    a_closed_chat().when(visitor, {Close{}}).refuses(Rejection::not_permitted);
    a_closed_chat().when(stranger, {Close{}}).refuses(Rejection::unknown_conversation);
}

TEST_CASE("closing with a reply owed asks, and closes when confirmed") {
    a_chat_of(ana).when(ana, {End{}, Close{}}).refuses(Rejection::reply_owed);
    a_chat_of(ana).when_confirmed(ana, {End{}, Close{}}).then({SessionEnded{}, closed_with_session});
    a_chat_of(ana)
        .and_then(ana, pressing(ButtonId::no_reply_needed, ana))
        .when(ana, pressing(ButtonId::end_and_close, ana))
        .then({Closed{}});
}

TEST_CASE("nothing is closed over a message that the closer has not seen, confirmed or not") {
    const auto chat = an_answered_chat().and_then(visitor, {Receive{"wait"}});
    chat.when_behind(1, ana, pressing(ButtonId::end_and_close, ana)).refuses(Rejection::unseen_message);
    chat.when_behind(1, ana, pressing(ButtonId::send_and_close, ana)).refuses(Rejection::unseen_message);
    chat.when_behind(1, ana, {NoReplyNeeded{}}).refuses(Rejection::unseen_message);
    chat.when_confirmed(ana, pressing(ButtonId::end_and_close, ana)).then({SessionEnded{}, closed_with_session});
}

TEST_CASE("a colleague's note that one has not seen holds nothing up") {
    an_answered_chat()
        .and_then(ben, {AddNote{"hm"}})
        .when_behind(1, ana, {End{}, Close{}})
        .then({SessionEnded{}, closed_with_session});
}

TEST_CASE("unseen messages and confirmations never hold up the system") {
    a_chat_of(ana).when_behind(3, the_system, {End{}, Close{}}).then({SessionEnded{}, closed_with_session});
    const auto owed = a_chat_of(ana).and_then(the_system, {End{}});
    owed.when(the_system, {Close{}}).then({Closed{}});
}

TEST_CASE("Send and close replies, ends and closes in one step, or does nothing") {
    a_chat_of(ana)
        .when(ana, pressing(ButtonId::send_and_close, ana))
        .then({Replied{"bye", true}, SessionEnded{}, closed_with_session});
    a_chat_of(ana)
        .and_then(ana, {End{}})
        .when(ana, pressing(ButtonId::send_and_close, ana))
        .then({Replied{"bye", true}, Closed{}});
    a_chat_of(ana).when(ana, pressing(ButtonId::send_and_close, ana, " ")).refuses(Rejection::empty);
}

TEST_CASE("End Chat and Close ends only where a session is active") {
    an_answered_chat().when(ana, pressing(ButtonId::end_and_close, ana)).then({SessionEnded{}, closed_with_session});
    an_answered_chat().and_then(visitor, {End{}}).when(ana, pressing(ButtonId::end_and_close, ana)).then({Closed{}});
}

TEST_CASE("No Reply Needed ends the chat and leaves the conversation waiting and open") {
    const auto chat = a_chat_of(ana).and_then(ana, pressing(ButtonId::no_reply_needed, ana));
    CHECK(status(chat.state()) == Status::waiting);
    CHECK(std::holds_alternative<answer::NotNeeded>(chat.state().answer));
    chat.when(ana, {NoReplyNeeded{}}).refuses(Rejection::nothing_owed);
    CHECK(a_chat_of(ana).and_then(ana, {NoReplyNeeded{}}).and_then(visitor, {Receive{"?"}}).state().reply_owed());
    a_chat_of(ana).when(ben, {NoReplyNeeded{}}).refuses(Rejection::not_owner);
    a_closed_chat().when(ana, {NoReplyNeeded{}}).refuses(Rejection::closed);
}

TEST_CASE("Take over assigns to oneself") {
    a_chat_of(ana).when(mia, pressing(ButtonId::take_over, mia)).then({Assigned{{"mia"}}});
    a_chat_of(ana).when(ben, pressing(ButtonId::take_over, ben)).refuses(Rejection::not_owner);
}

TEST_CASE("agents reopen a closed conversation at any time, and own it then") {
    a_closed_chat().after(1'000'000'000).when(ben, {Reopen{}}).then({Reopened{AgentId{"ben"}}});
    an_answered_chat().when(ana, {Reopen{}}).refuses(Rejection::not_closed);
    CHECK(status(a_closed_chat().and_then(ben, {Reopen{}}).state()) == Status::waiting);
}

TEST_CASE("all or none: a refused step undoes those before it") {
    const auto chat = a_chat_of(ana);
    chat.when(ana, {Reply{"hi"}, Close{}}).refuses(Rejection::session_active);
    chat.when(ana, {AddNote{"n"}, Reply{""}}).refuses(Rejection::empty);
    CHECK(chat.state().version == chat.history().size());
}

}  // namespace wrapup::test
