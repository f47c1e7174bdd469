// What each event does to a conversation, field by field. "State equals replay" cannot see a wrong evolve, since both
// sides use it; this table can.
#include <functional>

#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

Conversation chat(const std::function<void(Conversation&)>& change = [](Conversation&) {}) {
    Conversation c;
    c.version = 7;
    c.site = shop;
    c.channel = Channel::chat;
    c.customer = {"vera"};
    c.phase = phase::Open{};
    c.session = session::Active{at(1)};
    c.answer = answer::Owed{at(2)};
    c.owner = AgentId{"ana"};
    c.customer_wrote_at = 3;
    change(c);
    return c;
}

}  // namespace

TEST_CASE("each event changes just what it says") {
    struct Row {
        const char* what;
        Conversation before;
        Author by;
        Fact fact;
        Conversation after;
    };
    const auto answered = chat([](auto& c) { c.answer = answer::Given{}; });
    const auto closed = chat([](auto& c) { c.phase = phase::Closed{ana.author(), at(4)}; });
    const auto then = [](Conversation c, const std::function<void(Conversation&)>& change) {
        c.version = 8;
        change(c);
        return c;
    };
    const auto same = [](Conversation&) {};

    const std::vector<Row> rows{
        {"claimed", chat(), ben.author(), Claimed{}, then(chat(), [](auto& c) { c.owner = AgentId{"ben"}; })},
        {"released", chat(), ana.author(), Released{}, then(chat(), [](auto& c) { c.owner.reset(); })},
        {"assigned", chat(), mia.author(), Assigned{{"ben"}}, then(chat(), [](auto& c) { c.owner = AgentId{"ben"}; })},
        {"a second message is owed since the first", chat(), visitor.author(), MessageReceived{"x"},
         then(chat(), [](auto& c) { c.customer_wrote_at = 8; })},
        {"a message after an answer", answered, visitor.author(), MessageReceived{"x"},
         then(answered,
              [](auto& c) {
                  c.answer = answer::Owed{at(9)};
                  c.customer_wrote_at = 8;
              })},
        {"a reply that settles", chat(), ana.author(), Replied{"x", true},
         then(chat(), [](auto& c) { c.answer = answer::Given{}; })},
        {"a reply that does not", chat(), ana.author(), Replied{"x", false}, then(chat(), same)},
        {"a note", chat(), ben.author(), NoteAdded{"x"}, then(chat(), same)},
        {"no reply needed", chat(), ana.author(), MarkedNoReplyNeeded{},
         then(chat(), [](auto& c) { c.answer = answer::NotNeeded{}; })},
        {"session started", chat([](auto& c) {
             c.session = session::Ended{ana.author(), at(5)};
         }),
         visitor.author(), SessionStarted{}, then(chat(), [](auto& c) { c.session = session::Active{at(9)}; })},
        {"session ended", chat(), visitor.author(), SessionEnded{},
         then(chat(),
              [](auto& c) {
                  c.session = session::Ended{visitor.author(), at(9)};
              })},
        {"closed", chat(), ana.author(), Closed{},
         then(chat(),
              [](auto& c) {
                  c.phase = phase::Closed{ana.author(), at(9)};
              })},
        {"reopened with an owner", closed, ben.author(), Reopened{AgentId{"ben"}},
         then(chat(), [](auto& c) { c.owner = AgentId{"ben"}; })},
        {"reopened without", closed, visitor.author(), Reopened{std::nullopt},
         then(chat(), [](auto& c) { c.owner.reset(); })},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK((evolve(row.before, {8, at(9), row.by, row.fact}) == row.after));
    }
}

TEST_CASE("started fills in what a conversation is") {
    const auto c =
        evolve({}, {1, at(9), the_system.author(), Started{shop, Channel::email, {"vera"}, {{"old"}}, true}});
    CHECK(c.version == 1);
    CHECK((c.site == shop && c.channel == Channel::email && c.customer == CustomerId{"vera"}));
    CHECK((c.linked_to == ConversationId{"old"} && !c.owner && !c.closed() && !c.absent()));
    CHECK((c.session == Session{session::None{}} && c.answer == Answer{answer::Owed{at(9)}}));
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

}  // namespace wrapup::test
