// snooze and wake, topics, read marks, and the visitor's coming and going.
#include "core/available.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

Policy with_topics() {
    Policy policy;
    policy.topics = {{"billing"}, {"shipping"}, {"other"}};
    policy.required_topics = {{"billing"}, {"shipping"}};
    return policy;
}

const std::vector<TopicId> billing{{"billing"}};

}  // namespace

TEST_CASE("the owner snoozes until a time, or until the customer writes") {
    an_answered_chat().when(ana, {Snooze{at(1'000)}}).then({Snoozed{at(1'000)}});
    an_answered_chat().when(ana, {Snooze{}}).then({Snoozed{std::nullopt}});
    an_answered_chat().when(ben, {Snooze{}}).refuses(Rejection::not_owner);
    a_closed_chat().when(ana, {Snooze{}}).refuses(Rejection::closed);
    an_answered_chat().when(visitor, {Snooze{}}).refuses(Rejection::not_permitted);
}

TEST_CASE("nobody snoozes into the past, nor until now") {
    const auto chat = an_answered_chat().after(100);  // Asked at 104.
    chat.when(ana, {Snooze{at(103)}}).refuses(Rejection::snooze_in_past);
    chat.when(ana, {Snooze{at(104)}}).refuses(Rejection::snooze_in_past);
    chat.when(ana, {Snooze{at(105)}}).then({Snoozed{at(105)}});
}

TEST_CASE("a snoozed conversation wakes by its owner, the system, or a message") {
    const auto snoozed = [] { return an_answered_chat().and_then(ana, {Snooze{}}); };
    snoozed().when(ana, {Wake{}}).then({Woken{}});
    snoozed().when(the_system, {Wake{}}).then({Woken{}});
    snoozed().when(ben, {Wake{}}).refuses(Rejection::not_owner);
    CHECK_FALSE(snoozed().and_then(visitor, {Receive{"hi"}}).state().snoozed());
    an_answered_chat().when(ana, {Wake{}}).refuses(Rejection::not_snoozed);
    a_closed_chat().when(ana, {Wake{}}).refuses(Rejection::closed);
}

TEST_CASE("Send and snooze does both or neither") {
    const auto pressed = commands_of(ButtonId::send_and_snooze, ana, {"back soon", {}, at(1'000), {}});
    a_chat_of(ana).when(ana, pressed).then({Replied{"back soon", true}, Snoozed{at(1'000)}});
    a_chat_of(ana).after(2'000).when(ana, pressed).refuses(Rejection::snooze_in_past);
}

TEST_CASE("topics are those of the policy, each once, and by id") {
    const auto chat = a_chat_of(ana).under(with_topics());
    chat.when(ben, {SetTopics{{{"shipping"}, {"billing"}, {"shipping"}}}})
        .then({TopicsSet{{{"billing"}, {"shipping"}}}});
    chat.when(ana, {SetTopics{{{"billing"}, {"weather"}}}}).refuses(Rejection::unknown_topic);
    chat.when(ana, {SetTopics{}}).then({});
    chat.when(visitor, {SetTopics{}}).refuses(Rejection::not_permitted);
    a_closed_chat().under(with_topics()).when(ben, {SetTopics{billing}}).then({TopicsSet{billing}});
}

TEST_CASE("a required topic holds up every way of closing, until one of them is chosen") {
    const auto chat = an_answered_chat().under(with_topics());
    const Payload bye{"bye", {}, {}, {}};
    for (const ButtonId button : {ButtonId::end_and_close, ButtonId::close, ButtonId::close_and_next,
                                  ButtonId::send_and_close, ButtonId::send_close_and_next})
        chat.when(ana, commands_of(button, ana, bye)).refuses(Rejection::topic_required);
    an_answered_chat()
        .under(with_topics())
        .and_then(ana, {SetTopics{{{"other"}}}})
        .when(ana, {End{}, Close{}})
        .refuses(Rejection::topic_required);
    an_answered_chat()
        .under(with_topics())
        .and_then(ana, {SetTopics{billing}})
        .when(ana, {End{}, Close{}})
        .then({SessionEnded{}, Closed{at(1), {}}});
}

TEST_CASE("a required topic never holds up the system, and comes before what was not seen") {
    const auto chat = a_chat_of(ana).under(with_topics());
    chat.when(the_system, {End{}, Close{}}).then({SessionEnded{}, Closed{at(1), {}}});
    chat.when_behind(2, ana, {End{}, Close{}}).refuses(Rejection::topic_required);
}

TEST_CASE("reading is remembered by reader, and never goes back") {
    const auto chat = a_chat_of(ana);  // At version 4.
    chat.when(ana, {MarkRead{3}}).then({MarkedRead{3}});
    chat.when(visitor, {MarkRead{4}}).then({MarkedRead{4}});
    chat.when(ana, {MarkRead{5}}).then({});  // Nobody has read what is not there yet.
    chat.when(ana, {MarkRead{0}}).then({});
    chat.when(the_system, {MarkRead{1}}).refuses(Rejection::not_permitted);
    const auto read = a_chat_of(ana).and_then(ana, {MarkRead{3}});
    read.when(ana, {MarkRead{3}}).then({});
    read.when(ana, {MarkRead{2}}).then({});
    read.when(ben, {MarkRead{2}}).then({MarkedRead{2}});
    a_closed_chat().when(visitor, {MarkRead{2}}).then({MarkedRead{2}});
}

TEST_CASE("the system says whether the visitor is there, while a session is active") {
    a_chat_of(ana).when(the_system, {Left{}}).then({CustomerLeft{}});
    a_chat_of(ana).and_then(the_system, {Left{}}).when(the_system, {Left{}}).then({});
    a_chat_of(ana).and_then(the_system, {Left{}}).when(the_system, {Returned{}}).then({CustomerReturned{}});
    a_chat_of(ana).when(the_system, {Returned{}}).then({});
    an_answered_chat().and_then(ana, {End{}}).when(the_system, {Left{}}).refuses(Rejection::no_active_session);
    a_chat_of(ana).when(visitor, {Left{}}).refuses(Rejection::not_permitted);
    a_chat_of(ana).when(ana, {Returned{}}).refuses(Rejection::not_permitted);
}

TEST_CASE("there are topics to set while the policy has some, or the conversation still has one to take away") {
    const auto why_not = [](const Scenario& chat, const Policy& policy) {
        std::optional<Rejection> reason = Rejection::count;
        for (const Availability& row : available(chat.state(), ana, {policy, team, at(99)}))
            if (row.button == ButtonId::set_topics) reason = row.rejection;
        return reason;
    };
    const Policy without_topics;
    const auto about_billing = a_chat_of(ana).under(with_topics()).and_then(ana, {SetTopics{billing}});
    CHECK(why_not(a_chat_of(ana), with_topics()) == std::nullopt);
    CHECK(why_not(a_chat_of(ana), without_topics) == Rejection::nothing_to_do);
    CHECK(why_not(about_billing, without_topics) == std::nullopt);
}

}  // namespace wrapup::test
