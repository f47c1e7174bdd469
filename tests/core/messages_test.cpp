// start, receive, reply, add_note: what is said, and what is owed after it.
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

Scenario started(Channel channel, const Actor& by) {
    return nothing().and_then(by, {Start{shop, channel, {"vera"}, {}}});
}
Scenario a_task() { return nothing().and_then(ana, {Start{shop, Channel::task, {}, {}}, Claim{}}); }
Policy reopening(ReopenPolicy chat) {
    Policy policy;
    policy.reopen[Channel::chat] = chat;
    return policy;
}

}  // namespace

TEST_CASE("a visitor starts a chat with the first message") {
    nothing()
        .when(visitor, {start_chat, Receive{"hello"}})
        .then({Started{shop, Channel::chat, {"vera"}, {}, false}, SessionStarted{}, MessageReceived{"hello"}});
}

TEST_CASE("files go with a message or a reply, need no words, and are no more than ten") {
    const Attachments one{{{"a"}, "map.png", MediaType::png, 9, 3, 2, 0}};
    a_new_chat().when(visitor, {Receive{"", one}}).then({MessageReceived{"", one}});
    a_chat_of(ana).when(ana, {Reply{" ", one}}).then({Replied{" ", true, {}, one}});
    a_chat_of(ana).when(ana, {Reply{"\xFF", one}}).refuses(Rejection::invalid_text);
    const Attachments most(attachments_max, one.front()), more(attachments_max + 1, one.front());
    a_chat_of(ana).when(ana, {Reply{"x", most}}).then({Replied{"x", true, {}, most}});
    a_chat_of(ana).when(ana, {Reply{"x", more}}).refuses(Rejection::too_many_attachments);
    a_new_chat().when(visitor, {Receive{"x", more}}).refuses(Rejection::too_many_attachments);
}

TEST_CASE("a conversation starts once") {
    a_new_chat().when(visitor, {start_chat}).refuses(Rejection::already_started);
}

TEST_CASE("channels are started by whom their row says") {
    nothing().when(ana, {start_chat}).refuses(Rejection::not_permitted);
    nothing().when(the_system, {start_chat}).refuses(Rejection::not_permitted);
    nothing().when(visitor, {Start{shop, Channel::task, {}, {}}}).refuses(Rejection::not_permitted);
    nothing()
        .when(the_system, {Start{shop, Channel::email, {"vera"}, {}}})
        .then({Started{shop, Channel::email, {"vera"}, {}, true}});
}

TEST_CASE("a visitor starts only their own conversations, on their own site") {
    nothing().when(other_visitor, {start_chat}).refuses(Rejection::not_permitted);
    nothing().when(visitor, {Start{{"elsewhere"}, Channel::chat, {"vera"}, {}}}).refuses(Rejection::not_permitted);
}

TEST_CASE("a conversation has a customer exactly where its channel has one") {
    nothing().when(the_system, {Start{shop, Channel::email, {}, {}}}).refuses(Rejection::not_permitted);
    nothing().when(ana, {Start{shop, Channel::task, {"vera"}, {}}}).refuses(Rejection::not_permitted);
}

TEST_CASE("a chat owes nothing until the customer writes; an e-mail owes a reply from the start") {
    CHECK_FALSE(nothing().and_then(visitor, {start_chat}).state().reply_owed());
    CHECK(started(Channel::email, the_system).state().reply_owed());
    CHECK(a_new_chat().state().reply_owed());
}

TEST_CASE("what is owed is owed since the first unanswered message") {
    const auto chat = a_new_chat().and_then(visitor, {Receive{"anybody?"}});
    CHECK(std::get<answer::Owed>(chat.state().answer).since == at(1));
    CHECK(chat.state().customer_wrote_at == 4);
}

TEST_CASE("a message after the session ended starts a new one") {
    an_answered_chat()
        .and_then(ana, {End{}})
        .when(visitor, {Receive{"one more thing"}})
        .then({SessionStarted{}, MessageReceived{"one more thing"}});
}

TEST_CASE("a customer cannot write to a closed chat, whatever the client says") {
    a_closed_chat().when(visitor, {Receive{"wait"}}).refuses(Rejection::locked);
    a_closed_chat().when(visitor, {Reopen{}}).refuses(Rejection::locked);
}

TEST_CASE("where the policy gives a window, a message reopens within it") {
    const ReopenPolicy one_second{ReopenMode::window, 1000};
    const auto closed = [&] { return a_closed_chat().under(reopening(one_second)); };
    const std::vector<Fact> reopened{Reopened{std::nullopt}, SessionStarted{}, MessageReceived{"wait"}};
    closed().after(999).when(visitor, {Receive{"wait"}}).then(reopened);
    closed().after(1000).when(visitor, {Receive{"wait"}}).refuses(Rejection::locked);
    a_closed_chat()
        .under(reopening({ReopenMode::always, 0}))
        .after(1'000'000)
        .when(visitor, {Receive{"wait"}})
        .then(reopened);
}

TEST_CASE("a reply needs an owner, and the owner only") {
    a_new_chat().when(ana, {Reply{"hi"}}).refuses(Rejection::unowned);
    a_chat_of(ana).when(ben, {Reply{"hi"}}).refuses(Rejection::not_owner);
    a_closed_chat().when(ana, {Reply{"hi"}}).refuses(Rejection::closed);
    a_chat_of(ana).when(ana, {Reply{"hi"}}).then({Replied{"hi", true}});
    CHECK_FALSE(an_answered_chat().state().reply_owed());
}

TEST_CASE("a reply over an unseen message is sent, says what had been seen, and the reply stays owed") {
    const auto chat = a_chat_of(ana).and_then(visitor, {Receive{"and also"}});
    chat.when_behind(1, ana, {Reply{"hi"}}).then({Replied{"hi", false, 4}});
    chat.when(ana, {Reply{"hi"}}).then({Replied{"hi", true}});
    CHECK(evolve(chat.state(), {5, at(9), ana.author(), Replied{"hi", false}}).reply_owed());
}

TEST_CASE("a task has no customer to receive from or to reply to") {
    a_task().when(ana, {Reply{"hi"}}).refuses(Rejection::no_customer);
    a_task().when(visitor, {Receive{"hi"}}).refuses(Rejection::unknown_conversation);
}

TEST_CASE("a note needs no owner and no open conversation, and is no reply") {
    a_new_chat().when(ben, {AddNote{"knows us"}}).then({NoteAdded{"knows us"}});
    a_closed_chat().when(ben, {AddNote{"later"}}).then({NoteAdded{"later"}});
    CHECK(a_chat_of(ana).and_then(ana, {AddNote{"hm"}}).state().reply_owed());
    a_new_chat().when(visitor, {AddNote{"psst"}}).refuses(Rejection::not_permitted);
}

TEST_CASE("nobody touches a conversation that they may not know of") {
    a_new_chat().when(other_visitor, {Receive{"hi"}}).refuses(Rejection::unknown_conversation);
    a_new_chat().when(other_visitor, {End{}}).refuses(Rejection::unknown_conversation);
    a_new_chat().when(stranger, {Claim{}}).refuses(Rejection::unknown_conversation);
    a_new_chat().when(stranger, {AddNote{"hi"}}).refuses(Rejection::unknown_conversation);
    nothing().when(ana, {Claim{}}).refuses(Rejection::unknown_conversation);
    nothing().when(ana, {Close{}}).refuses(Rejection::unknown_conversation);
    nothing().when(visitor, {End{true}}).refuses(Rejection::unknown_conversation);
}

TEST_CASE("customers start what has a customer, agents what has none, and the system all but chats") {
    for (const ChannelTraits& channel : channels) {
        const bool has_customer = channel.channel != Channel::task && channel.channel != Channel::note;
        const Start start{shop, channel.channel, {has_customer ? "vera" : ""}, {}};
        for (const Actor& actor : {visitor, ana, mia, admin, the_system}) {
            INFO(name_of(channel.channel) << " by " << name_of(actor.role));
            const bool may = actor.role == Role::customer ? has_customer
                             : actor.role == Role::system ? channel.channel != Channel::chat
                                                          : !has_customer;
            const Decision decision = decide({}, {actor, 0, {}, {start}}, {{}, team, at(1)});
            CHECK((named(decision) != "not_permitted") == may);
        }
    }
}

TEST_CASE("nobody learns from a start that a conversation of another site is there") {
    a_task().when(stranger, {Start{{"elsewhere"}, Channel::task, {}, {}}}).refuses(Rejection::unknown_conversation);
}

TEST_CASE("a task is started, claimed and handed over in one request") {
    const Start start{shop, Channel::task, {}, {}};
    nothing()
        .when(ana, {start, Claim{}, Assign{{"ben"}}})
        .then({Started{shop, Channel::task, {}, {}, false}, Claimed{}, Assigned{{"ben"}}});
    nothing().when(ana, {start, Claim{}, Assign{{"sam"}}}).refuses(Rejection::unknown_agent);
}

}  // namespace wrapup::test
