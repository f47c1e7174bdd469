// Next, routing and timers: what happens in the same transaction as a command, or without one.
#include "server/inbox.hpp"

#include <thread>

#include "server/store/event_log.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

const Commands close_and_next{End{true}, Close{}, Next{}};

// Ana owns one chat, answered; the other waits.
struct TwoChats : Desk {
    std::string mine = start_chat();
    std::string waiting = start_chat();
    TwoChats() {
        run(ana, mine, {Claim{}});
        run(ana, mine, {Reply{"hi"}});
    }
};

Policy pushing() {
    Policy policy;
    policy.routing = Routing::push;
    return policy;
}

std::optional<AgentId> owner(Desk& desk, const std::string& conversation) { return desk.state(conversation).owner; }

Actor somebody_at(const Actor& agent) {
    Actor actor = agent;
    actor.available = every<Group>();
    return actor;
}
const Actor ana_here = somebody_at(ana), ben_here = somebody_at(ben);

}  // namespace

TEST_CASE("Close & Next closes one conversation and claims the next, in one transaction") {
    TwoChats desk;
    const auto subscription = desk.service.hub.subscribe(ben_here);
    const Outcome outcome = desk.run(ana_here, desk.mine, close_and_next);
    CHECK(outcome.code == "ok");
    CHECK(outcome.detail == Json{{"next", desk.waiting}});
    CHECK(desk.state(desk.mine).closed());
    CHECK(owner(desk, desk.waiting) == AgentId{"ana"});

    const auto commit = next_commit(*subscription);
    REQUIRE(commit);
    CHECK(commit->changes.size() == 2);
    CHECK(next_commit(*subscription) == nullptr);
}

TEST_CASE("what came before next stays, whatever becomes of next") {
    TwoChats desk;
    desk.run(ben_here, desk.waiting, {Claim{}});
    CHECK(desk.run(ana_here, desk.mine, close_and_next).detail == Json{{"nobody", "nobody_waits"}});
    CHECK(desk.state(desk.mine).closed());
}

TEST_CASE("next without anything before it leaves this conversation open") {
    TwoChats desk;
    CHECK(desk.run(ana_here, desk.mine, {Next{}}).detail == Json{{"next", desk.waiting}});
    CHECK_FALSE(desk.state(desk.mine).closed());
}

TEST_CASE("a refused step refuses the next customer, too") {
    TwoChats desk;
    const Outcome outcome = desk.run(ben_here, desk.mine, close_and_next);
    CHECK(outcome.code == "not_owner");
    CHECK_FALSE(owner(desk, desk.waiting));
}

TEST_CASE("next goes to one's own unread conversation first, and never beyond capacity") {
    TwoChats desk;
    desk.time += Milliseconds{1};
    const std::string second = desk.start_chat();
    desk.run(ana_here, second, {Claim{}});
    CHECK(desk.run(ana_here, desk.mine, {Next{}}).detail == Json{{"next", second}});
    desk.run(ana_here, second, {MarkRead{desk.state(second).version}});
    for (int i = 0; i < 3; ++i) {
        const std::string more = desk.start_chat();
        desk.run(ana_here, more, {Claim{}});
        desk.run(ana_here, more, {MarkRead{desk.state(more).version}});
    }
    const Outcome full = desk.run(ana_here, desk.mine, {Next{}});
    CHECK(full.detail == Json{{"nobody", "nobody_waits"}});  // Five chats in hand; there would be room for a call.
    CHECK_FALSE(owner(desk, desk.waiting));
}

TEST_CASE("the same next sent again gives the first answer, and nobody else") {
    TwoChats desk;
    const ClientId client{random_id()};
    const NumberedCommand command{1, Asked{{desk.mine}, 1'000'000, {}, {Next{}}}};
    const auto told = [&] {
        return std::get<std::vector<Outcome>>(desk.service.inbox.run(ana_here, client, {command})).at(0).detail;
    };
    desk.time += Milliseconds{1};
    const std::string third = desk.start_chat();
    CHECK(told() == Json{{"next", desk.waiting}});
    CHECK(told() == Json{{"next", desk.waiting}});
    CHECK_FALSE(owner(desk, third));
}

TEST_CASE("push gives chats to whoever has the least in hand, as soon as there is room") {
    Desk desk(pushing());
    std::map<std::string, int> owned;
    std::vector<std::string> chats;
    for (int i = 0; i < 20; ++i) {
        chats.push_back(desk.start_chat());
        if (const auto agent = owner(desk, chats.back())) ++owned[agent->value];
    }
    // Ada, Ana, Ben and Mia work at the shop, and take five each.
    CHECK(owned == std::map<std::string, int>{{"ada", 5}, {"ana", 5}, {"ben", 5}, {"mia", 5}});
    const std::string waiting = desk.start_chat();
    CHECK_FALSE(owner(desk, waiting));
    const Actor first{Role::agent, owner(desk, chats[0])->value, {shop}, every<Group>(), {}, {}};
    desk.run(first, chats[0], {Reply{"bye"}, End{}, Close{}});
    CHECK(owner(desk, waiting) == AgentId{first.id});
}

TEST_CASE("timers run when their time has come, once, and say when to look again") {
    Desk desk;
    const std::string chat = desk.start_chat();
    desk.run(ana_here, chat, {Claim{}});
    CHECK(desk.service.inbox.run_timers() == std::nullopt);
    desk.run(ana_here, chat, {Reply{"hi"}});
    const Time end = desk.time + std::chrono::minutes{15};
    CHECK(desk.service.inbox.run_timers() == end);
    desk.time = end - Milliseconds{1};
    desk.service.inbox.run_timers();
    CHECK(desk.state(chat).session_active());
    desk.time = end;
    CHECK(desk.service.inbox.run_timers() == std::nullopt);
    CHECK_FALSE(desk.state(chat).session_active());
    CHECK_FALSE(desk.state(chat).closed());
    const auto version = desk.state(chat).version;
    desk.time += std::chrono::hours{1};
    desk.service.inbox.run_timers();
    CHECK(desk.state(chat).version == version);
}

TEST_CASE("a snoozed conversation is woken at its time, and told to those who watch") {
    TwoChats desk;
    desk.run(ana_here, desk.mine, {Snooze{desk.time + Milliseconds{500}}});
    const auto subscription = desk.service.hub.subscribe(ben_here);
    desk.time += Milliseconds{500};
    desk.service.inbox.run_timers();
    CHECK_FALSE(desk.state(desk.mine).snoozed());
    const auto commit = next_commit(*subscription);
    REQUIRE(commit);
    CHECK(commit->changes.at(0).events.at(0).event.by == Author{});
}

TEST_CASE("commands that wait together are committed together, and each is told its own outcome") {
    Desk desk;
    constexpr int visitors = 40;
    std::vector<std::thread> threads;
    std::vector<std::string> chats(visitors), told(visitors);
    {
        // While somebody else writes, they queue up.
        const Writing other(desk.service.database);
        for (int i = 0; i < visitors; ++i)
            threads.emplace_back([&, i] {
                chats[i] = random_id();
                const Asked asked{{chats[i]}, 0, {}, {wrapup::test::start_chat, Receive{std::to_string(i)}}};
                const auto answer = desk.service.inbox.run(wrapup::test::visitor, {random_id()}, {{1, asked}});
                told[i] = std::get<std::vector<Outcome>>(answer).at(0).code;
            });
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(told == std::vector<std::string>(visitors, "ok"));
    const Reading reading(desk.service.database);
    CHECK(EventLog(*reading).position() == visitors * 3);
    for (int i = 0; i < visitors; ++i)
        CHECK(InboxView(*reading).row({chats[i]})->preview.value().text == std::to_string(i));
}

TEST_CASE("what fails in a group fails alone, and can be asked for again") {
    Desk desk;
    const std::string chat = desk.start_chat();
    {
        Writing writing(desk.service.database);
        (*writing).run(
            "CREATE TRIGGER fault BEFORE INSERT ON events WHEN NEW.body LIKE '%boom%' "
            "BEGIN SELECT RAISE(ABORT, 'boom'); END");
        writing.commit();
    }
    const ClientId client{random_id()};
    const auto say = [&](const ClientId& as, const char* text) {
        const Asked asked{{chat}, 0, {}, {Receive{text}}};
        return std::get<std::vector<Outcome>>(desk.service.inbox.run(wrapup::test::visitor, as, {{1, asked}})).at(0);
    };
    std::vector<std::thread> threads;
    std::atomic<int> failed = 0;
    {
        const Writing other(desk.service.database);
        for (const char* text : {"one", "boom", "two"})
            threads.emplace_back([&, text] {
                const bool faulty = std::string(text) == "boom";
                try {
                    say(faulty ? client : ClientId{random_id()}, text);
                } catch (const SQLite::Exception&) {
                    failed += faulty ? 1 : 100;
                }
            });
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(failed == 1);
    const Version after_two = desk.state(chat).version;
    CHECK(after_two == 5);  // Started, the session, "hello", "one", "two".
    CHECK(say(client, "again").code == "ok");
    CHECK(desk.state(chat).version == after_two + 1);
}

}  // namespace wrapup::server::test
