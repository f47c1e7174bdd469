#include "server/delivery.hpp"

#include <future>

#include "server/store/deliveries.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

using wrapup::test::visitor;

Receipt deliver_to(Desk& desk, std::variant<Opening, Posting> what, std::optional<std::string> key = {}) {
    std::promise<Receipt> told;
    desk.service.inbox.submit(
        Delivery{"token", std::move(key), std::move(what)},
        [&](const Inbox::ResultOf<Receipt>& result) { told.set_value(std::get<Receipt>(result)); });
    return told.get_future().get();
}

std::string started(Desk& desk, Channel channel) {
    const Opening opening{{random_id()}, {shop, channel, {visitor.id}, {}}, "hello", {}};
    return std::get<Delivered>(deliver_to(desk, opening)).conversation.value;
}

std::string closed(Desk& desk, Channel channel) {
    const std::string conversation = started(desk, channel);
    desk.run(ana, conversation, {Claim{}});
    REQUIRE(desk.run(ana, conversation, {Reply{"bye"}, End{true}, Close{}}).code == "ok");
    return conversation;
}

Delivered posted(Desk& desk, const std::string& conversation, const std::string& text = "more") {
    return std::get<Delivered>(deliver_to(desk, Posting{{conversation}, text}));
}

Policy locked_everywhere() {
    Policy policy;
    for (ReopenPolicy& reopen : policy.reopen.of) reopen = {ReopenMode::locked, 0};
    return policy;
}

Author first_author(Desk& desk, const std::string& conversation) {
    const Reading reading(desk.service.database);
    return EventLog(*reading).of({conversation}).at(0).event.by;
}

}  // namespace

TEST_CASE("a message to a locked conversation starts a linked one by the system, where there is no widget") {
    for (const Channel channel : {Channel::email, Channel::call, Channel::voicemail, Channel::sms, Channel::social}) {
        CAPTURE(name_of(channel));
        Desk desk(locked_everywhere());
        const std::string old = closed(desk, channel);
        const Delivered to = posted(desk, old);
        CHECK(to.conversation.value != old);
        const Conversation state = desk.state(to.conversation.value);
        CHECK(state.linked_to == ConversationId{old});
        CHECK(state.channel == channel);
        CHECK(state.customer.value == visitor.id);
        CHECK(state.reply_owed());
        CHECK(to.version == state.version);
        CHECK(first_author(desk, to.conversation.value) == Author{Role::system, ""});
        CHECK(desk.state(old).closed());
    }
}

TEST_CASE("in the window a message reopens, and after it the system starts a linked conversation") {
    Desk desk;
    const std::string mail = closed(desk, Channel::email);
    desk.time += Milliseconds{day_ms};
    CHECK(posted(desk, mail).conversation.value == mail);
    CHECK_FALSE(desk.state(mail).closed());
    desk.run(ana, mail, {Reply{"bye"}, Close{}});
    desk.time += Milliseconds{day_ms + 1};
    CHECK(posted(desk, mail).conversation.value != mail);
}

TEST_CASE("further messages to the old conversation go to the one that goes on from it") {
    Desk desk(locked_everywhere());
    const std::string first = closed(desk, Channel::sms);
    const std::string second = posted(desk, first).conversation.value;
    CHECK(posted(desk, first).conversation.value == second);
    desk.run(ana, second, {Claim{}});
    desk.run(ana, second, {Reply{"bye"}, Close{}});
    const std::string third = posted(desk, first).conversation.value;
    CHECK((third != first && third != second));
    CHECK(desk.state(third).linked_to == ConversationId{second});
}

TEST_CASE("a message that is refused starts nothing") {
    Desk desk(locked_everywhere());
    const std::string mail = closed(desk, Channel::email);
    const std::string chat = closed(desk, Channel::chat);
    const auto position = [&] {
        const Reading reading(desk.service.database);
        return EventLog(*reading).position();
    };
    const Position before = position();
    CHECK(deliver_to(desk, Posting{{mail}, " "}) == Receipt{Rejection::empty});
    CHECK(deliver_to(desk, Posting{{mail}, "\xff"}) == Receipt{Rejection::invalid_text});
    CHECK(deliver_to(desk, Posting{{chat}, "wait"}) == Receipt{Rejection::locked});
    CHECK(position() == before);
}

TEST_CASE("a chat that another system brings is pushed to an agent, where the policy says so") {
    Policy policy;
    policy.routing = Routing::push;
    Desk desk(policy);
    CHECK(desk.state(started(desk, Channel::chat)).owner.has_value());
}

TEST_CASE("a receipt is kept for seven days") {
    Desk desk;
    const Opening opening{{random_id()}, {shop, Channel::email, {visitor.id}, {}}, "hello", {}};
    const auto again = [&] {
        Opening other = opening;
        other.conversation = {random_id()};
        return deliver_to(desk, other, "key");
    };
    const Receipt first = deliver_to(desk, opening, "key");
    desk.time += std::chrono::hours{7 * 24} - Milliseconds{1};
    deliver_to(desk, Posting{opening.conversation, "more"}, "another");
    CHECK(again() == first);
    desk.time += Milliseconds{1};
    deliver_to(desk, Posting{opening.conversation, "more"}, "a third");
    CHECK(again() != first);
}

TEST_CASE("deliveries and commands that wait together are each told their own") {
    Desk desk;
    const std::string mail = started(desk, Channel::email);
    std::vector<std::future<Receipt>> receipts;
    for (int i = 0; i < 50; ++i) {
        const auto told = std::make_shared<std::promise<Receipt>>();
        receipts.push_back(told->get_future());
        desk.service.inbox.submit(
            Delivery{"token", {}, Posting{{mail}, "more"}},
            [told](const Inbox::ResultOf<Receipt>& result) { told->set_value(std::get<Receipt>(result)); });
        if (i % 10 == 0) CHECK(desk.run(ana, mail, {AddNote{"note"}}).code == "ok");
    }
    Version last = 0;
    for (auto& receipt : receipts) {
        const Version version = std::get<Delivered>(receipt.get()).version;
        CHECK(version > last);
        last = version;
    }
    CHECK(desk.state(mail).version == 2 + 50 + 5);
}

}  // namespace wrapup::server::test
