// What each event does to a conversation, field by field. "State equals replay" cannot see a wrong evolve, since both
// sides use it; this table can.
#include <functional>

#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

using Change = std::function<void(Conversation&)>;

// Version 7 of an owned chat in which a reply is owed.
Conversation chat() {
    Conversation c;
    c.version = 7;
    c.site = shop;
    c.channel = Channel::chat;
    c.customer = {"vera"};
    c.phase = phase::Open{};
    c.session = session::Active{at(1), {}};
    c.answer = answer::Owed{at(2), Response::first};
    c.owner = AgentId{"ana"};
    c.had_owner = true;
    c.customer_wrote_at = 3;
    return c;
}

struct Row {
    const char* what;
    Change given;
    Author by;
    Fact fact;
    Change then;  // Beside the version.
};

const Change nothing_more = [](Conversation&) {};

}  // namespace

TEST_CASE("each event changes just what it says") {
    const Change unowned = [](auto& c) { c.owner.reset(), c.had_owner = false; };
    const Change answered = [](auto& c) { c.answer = answer::Given{at(5)}, c.had_reply = true; };
    const Change snoozed = [](auto& c) { c.snoozing = snooze::UntilReply{}; };
    const Change ended = [](auto& c) { c.session = session::Ended{ana.author(), at(5)}; };
    const Change left = [](auto& c) { c.session = session::Active{at(1), at(4)}; };
    const Change closed = [](auto& c) {
        c.session = session::Ended{ana.author(), at(4)};
        c.phase = phase::Closed{ana.author(), at(4), at(1), at(3)};
    };
    const Change call = [](auto& c) { c.channel = Channel::call, c.owner.reset(); };
    const Change owned_by_ben = [](auto& c) { c.owner = AgentId{"ben"}, c.had_owner = true; };
    const Change picked_up = [](auto& c) {
        c.owner = AgentId{"ben"}, c.answer = answer::Given{at(9)}, c.had_reply = true;
    };

    const std::vector<Row> rows{
        {"claimed", unowned, ben.author(), Claimed{}, owned_by_ben},
        {"a call is answered by claiming it", call, ben.author(), Claimed{}, picked_up},
        {"or by taking it over", call, ben.author(), Assigned{{"ben"}}, picked_up},
        {"but not by handing it over", call, mia.author(), Assigned{{"ben"}}, owned_by_ben},
        {"nor after the call", [&](auto& c) { call(c), ended(c); }, ben.author(), Claimed{}, owned_by_ben},
        {"released", nothing_more, ana.author(), Released{}, [](auto& c) { c.owner.reset(); }},
        {"assigned", unowned, mia.author(), Assigned{{"ben"}}, owned_by_ben},
        {"a second message is owed since the first", nothing_more, visitor.author(), MessageReceived{"x"},
         [](auto& c) { c.customer_wrote_at = 8; }},
        {"a message after an answer wants the next response", answered, visitor.author(), MessageReceived{"x"},
         [](auto& c) {
             c.customer_wrote_at = 8, c.answer = answer::Owed{at(9), Response::next};
         }},
        {"a message wakes", snoozed, visitor.author(), MessageReceived{"x"},
         [](auto& c) { c.customer_wrote_at = 8, c.snoozing = snooze::None{}; }},
        {"who writes is there", left, visitor.author(), MessageReceived{"x"},
         [](auto& c) {
             c.customer_wrote_at = 8, c.session = session::Active{at(1), {}};
         }},
        {"a reply that settles", nothing_more, ana.author(), Replied{"x", true},
         [](auto& c) { c.answer = answer::Given{at(9)}, c.had_reply = true; }},
        {"a reply that does not", nothing_more, ana.author(), Replied{"x", false}, [](auto& c) { c.had_reply = true; }},
        {"a reply leaves it snoozed", snoozed, ana.author(), Replied{"x", false}, [](auto& c) { c.had_reply = true; }},
        {"a note", nothing_more, ben.author(), NoteAdded{"x"}, nothing_more},
        {"no reply needed", nothing_more, ana.author(), MarkedNoReplyNeeded{},
         [](auto& c) { c.answer = answer::NotNeeded{at(9)}; }},
        {"session started", ended, visitor.author(), SessionStarted{},
         [](auto& c) {
             c.session = session::Active{at(9), {}};
         }},
        {"session ended", nothing_more, visitor.author(), SessionEnded{},
         [](auto& c) {
             c.session = session::Ended{visitor.author(), at(9)};
         }},
        {"closed", ended, ana.author(), Closed{at(1), at(3)},
         [](auto& c) {
             c.phase = phase::Closed{ana.author(), at(9), at(1), at(3)};
         }},
        {"reopened with an owner", closed, ben.author(), Reopened{AgentId{"ben"}},
         [](auto& c) {
             c.phase = phase::Open{}, c.owner = AgentId{"ben"};
             c.answer = answer::Owed{at(9), Response::first};
         }},
        {"reopened without", closed, visitor.author(), Reopened{std::nullopt},
         [](auto& c) {
             c.phase = phase::Open{}, c.owner.reset(), c.answer = answer::Owed{at(9), Response::first};
         }},
        {"reopened with nothing owed, and snoozed no more", [&](auto& c) { closed(c), answered(c), snoozed(c); },
         visitor.author(), Reopened{AgentId{"ana"}},
         [](auto& c) { c.phase = phase::Open{}, c.snoozing = snooze::None{}; }},
        {"reopened is owned from then on", [&](auto& c) { closed(c), unowned(c), answered(c); }, ben.author(),
         Reopened{AgentId{"ben"}}, [&](auto& c) { c.phase = phase::Open{}, owned_by_ben(c); }},
        {"close undone, with the session as it was", [&](auto& c) { closed(c), snoozed(c); }, ana.author(),
         CloseUndone{},
         [](auto& c) {
             c.phase = phase::Open{}, c.session = session::Active{at(1), at(3)};
         }},
        {"close undone, of a session that had ended before",
         [&](auto& c) {
             ended(c), c.phase = phase::Closed{ana.author(), at(8), {}, {}};
         },
         ana.author(), CloseUndone{}, [](auto& c) { c.phase = phase::Open{}; }},
        {"snoozed until a time", nothing_more, ana.author(), Snoozed{at(99)},
         [](auto& c) { c.snoozing = snooze::Until{at(99)}; }},
        {"snoozed until a reply", nothing_more, ana.author(), Snoozed{}, snoozed},
        {"woken", snoozed, the_system.author(), Woken{}, [](auto& c) { c.snoozing = snooze::None{}; }},
        {"topics set", [](auto& c) { c.topics = {{"old"}}; }, ana.author(), TopicsSet{{{"billing"}}},
         [](auto& c) { c.topics = {{"billing"}}; }},
        {"rated", closed, visitor.author(), Rated{4, "kind"}, [](auto& c) { c.score = 4; }},
        {"identified", nothing_more, the_system.author(), Identified{{"wanda"}},
         [](auto& c) { c.customer = {"wanda"}; }},
        {"read for the first time", nothing_more, ana.author(), MarkedRead{5},
         [](auto& c) {
             c.reads = {{ana.author(), 5}};
         }},
        {"read further",
         [](auto& c) {
             c.reads = {{ben.author(), 2}, {ana.author(), 5}};
         },
         ana.author(), MarkedRead{6},
         [](auto& c) {
             c.reads = {{ben.author(), 2}, {ana.author(), 6}};
         }},
        {"nobody unreads",
         [](auto& c) {
             c.reads = {{ana.author(), 5}};
         },
         ana.author(), MarkedRead{4}, nothing_more},
        {"left", nothing_more, the_system.author(), CustomerLeft{},
         [](auto& c) {
             c.session = session::Active{at(1), at(9)};
         }},
        {"returned", left, the_system.author(), CustomerReturned{},
         [](auto& c) {
             c.session = session::Active{at(1), {}};
         }},
        {"who left an ended session changes nothing", ended, the_system.author(), CustomerLeft{}, nothing_more},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        Conversation before = chat();
        row.given(before);
        Conversation after = before;
        row.then(after);
        after.version = 8;
        CHECK((evolve(before, {8, at(9), row.by, row.fact}) == after));
    }
}

TEST_CASE("started fills in what a conversation is") {
    const auto c =
        evolve({}, {1, at(9), the_system.author(), Started{shop, Channel::email, {"vera"}, {{"old"}}, true}});
    CHECK(c.version == 1);
    CHECK(c.started_at == at(9));
    CHECK((c.site == shop && c.channel == Channel::email && c.customer == CustomerId{"vera"}));
    CHECK((c.linked_to == ConversationId{"old"} && !c.owner && !c.had_owner && !c.closed() && !c.absent()));
    CHECK((c.session == Session{session::None{}} && c.answer == Answer{answer::Owed{at(9), Response::first}}));
    CHECK(evolve({}, {1, at(9), visitor.author(), Started{}}).answer == Answer{answer::None{}});
}

TEST_CASE("a customer, who misses some events, ends at the same version") {
    CHECK(evolve(chat(), {12, at(9), visitor.author(), MessageReceived{"x"}}).version == 12);
}

TEST_CASE("the status is the first that matches: closed, new, open, waiting") {
    CHECK(status(a_new_chat().state()) == Status::new_);
    CHECK(status(a_chat_of(ana).state()) == Status::open);
    CHECK(status(an_answered_chat().state()) == Status::open);
    CHECK(status(an_answered_chat().and_then(ana, {End{}}).state()) == Status::waiting);
    CHECK(status(a_chat_of(ana).and_then(visitor, {End{}}).state()) == Status::open);
    CHECK(status(a_closed_chat().state()) == Status::closed);
    CHECK(badge(Status::closed) == Badge::closed);
    for (const Status s : {Status::new_, Status::open, Status::waiting}) CHECK(badge(s) == Badge::open);
}

TEST_CASE("what nobody ever owned is closed as well, once it is closed") {
    CHECK(status(a_new_chat().and_then(the_system, {End{}, Close{}}).state()) == Status::closed);
}

}  // namespace wrapup::test
