#include "server/demo_desk.hpp"

#include <sstream>

#include "server/demo.hpp"
#include "server/offline.hpp"
#include "server/store/rebuild.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

constexpr std::int64_t many = 600;
const Time today{Milliseconds{1'700'000'000'000}};

struct FullDesk {
    explicit FullDesk(std::int64_t conversations = many) : service(folder.file("w.db"), [] { return today; }) {
        seed_demo(service, 8080);
        DemoDesk(service.database, service.stored_policy(), today).add(conversations, [](std::int64_t) {});
    }
    std::int64_t number(const char* sql) {
        const Reading reading(service.database);
        Query query = (*reading).query(sql);
        return query.next() ? query.integer(0) : -1;
    }
    std::string text(const char* sql) {
        const Reading reading(service.database);
        Query query = (*reading).query(sql);
        return query.next() ? query.text(0) : "-";
    }

    Folder folder;
    Service service;
};

}  // namespace

TEST_CASE("every conversation of a full desk is one that the rules lead to") {
    FullDesk desk;
    Writing writing(desk.service.database);
    const Rebuilt rebuilt = rebuild(*writing);
    CHECK(rebuilt.differences == 0);
    CHECK(rebuilt.conversations ==
          DemoDesk(desk.service.database, desk.service.stored_policy(), today).conversations());
    CHECK(rebuilt.conversations > many);
}

TEST_CASE("a full desk has every channel and every status, and most of it is closed") {
    FullDesk desk;
    CHECK(desk.number("SELECT count(DISTINCT channel) FROM inbox") == static_cast<std::int64_t>(Channel::count));
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE closed = 1") > many * 9 / 10);
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE owner IS NULL") > 0);
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE status = 'open'") > 0);
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE status = 'waiting'") > 0);
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE closed = 0 AND state LIKE '%\"type\":\"until%'") > 0);
    CHECK(desk.number("SELECT count(DISTINCT owner) FROM inbox") == 3);
    CHECK(desk.number("SELECT count(*) FROM events") > many * 6);
    CHECK(desk.number("SELECT count(*) FROM messages_fts WHERE text LIKE '%{%'") == 0);
}

TEST_CASE("a full desk is a year up to now, and nothing on it waits for the clock") {
    FullDesk desk;
    const std::int64_t now_ms = today.time_since_epoch().count();
    CHECK(desk.number("SELECT max(at) FROM events") <= now_ms);
    CHECK(desk.number("SELECT min(at) FROM events") < now_ms - 300 * day_ms);
    CHECK(desk.number("SELECT min(due_at) FROM inbox") > now_ms - day_ms);
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE due_at > 0 AND closed = 0") > 5);
    // But for the hand-written chats, a timer has yet to run out.
    CHECK(desk.number("SELECT count(*) FROM inbox WHERE timer_at <= 1700000000000") <= 3);
}

TEST_CASE("agents of a full desk have room for more, however full it is") {
    FullDesk desk(12'000);
    const Reading reading(desk.service.database);
    for (const Agent& agent : People(*reading).agents()) CHECK(agent.actor.takes(Group::messaging));
}

TEST_CASE("the same number of conversations is the same conversations") {
    FullDesk one, other;
    // Without the chats that are written by hand, whose ids are by chance.
    const char* events = "SELECT group_concat(conversation || version || at) FROM events WHERE at < 1699000000000";
    const char* words = "SELECT group_concat(text) FROM messages_fts";
    CHECK(one.text(events) == other.text(events));
    CHECK(one.text(words) == other.text(words));
}

TEST_CASE("the command adds what is missing, and nothing where there are as many") {
    const Folder folder;
    const auto run = [&](std::int64_t conversations) {
        std::ostringstream out, complaints;
        CHECK(run_demo({folder.file("w.db"), conversations}, out, complaints) == 0);
        return out.str().substr(0, out.str().find('\n'));
    };
    CHECK(run(50) == "15 conversations added; the demo shop has 50");
    CHECK(run(50) == "0 conversations added; the demo shop has 50");
    CHECK(run(80) == "30 conversations added; the demo shop has 80");
    CHECK(run(5) == "0 conversations added; the demo shop has 80");
}

}  // namespace wrapup::server::test
