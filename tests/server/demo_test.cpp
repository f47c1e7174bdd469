#include "server/demo.hpp"

#include "core/channel.hpp"
#include "server/demo_channels.hpp"
#include "server/reader.hpp"
#include "server/store/event_log.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

struct Counts {
    std::size_t open, unassigned, mine, closed;
    bool operator==(const Counts&) const = default;
};

Counts seen_by(Service& service, const char* email) {
    const Reading reading(service.database);
    const auto agent = People(*reading).agent(People(*reading).credentials(email)->agent);
    Reader reader(*reading, agent->actor, service.policy());
    const auto count = [&](View view) { return reader.page(view, {}).rows.size(); };
    return {count(View::open), count(View::unassigned), count(View::mine), count(View::closed)};
}

std::int64_t lines_of_all(Time today) {
    std::size_t lines = 0;
    for (const auto& some : {demo_chats(), demo_channels(today)})
        for (const DemoChat& one : some) lines += one.lines.size();
    return static_cast<std::int64_t>(lines);
}

const Time today{Milliseconds{1'700'000'000'000}};

// With the demo's policy, as the program makes it.
struct Shop {
    Shop() : service(prepared(folder.file("w.db")), [] { return today; }) { seed_demo(service, 8080); }
    static std::filesystem::path prepared(const std::filesystem::path& file) {
        prepare_demo(file);
        return file;
    }
    std::int64_t number(const std::string& sql) {
        const Reading reading(service.database);
        return (*reading).raw().execAndGet(sql).getInt64();
    }

    Folder folder;
    Service service;
};

}  // namespace

TEST_CASE("the demo has an inbox that is not empty, and people who can sign in to it") {
    const Folder folder;
    Service service(folder.file("w.db"));
    seed_demo(service, 8080);
    CHECK(seen_by(service, "ana@demo.test") == Counts{22, 10, 10, 10});
    CHECK(seen_by(service, "ben@demo.test").mine == 1);
    CHECK(seen_by(service, "mia@demo.test").mine == 1);
    const Reading reading(service.database);
    for (const char* email : {"ana@demo.test", "ben@demo.test", "mia@demo.test"})
        CHECK(service.passwords.verify(People(*reading).credentials(email)->password_hash, demo_password));
}

TEST_CASE("every line of the demo is one that the rules accept, at its time") {
    Shop shop;
    CHECK(shop.number("SELECT count(*) FROM outcomes WHERE code = 'ok'") == lines_of_all(today));
    const Reading reading(shop.service.database);
    Time last = today - std::chrono::hours{48};
    for (const StoredEvent& stored : EventLog(*reading).after(0)) {
        CHECK(stored.event.at >= last);
        last = stored.event.at;
    }
    CHECK(last < today);
}

TEST_CASE("on each channel Ana has something in hand, and there is something that she has not") {
    Shop shop;
    for (const ChannelTraits& traits : channels) {
        const std::string name(name_of(traits.channel));
        CAPTURE(name);
        const std::string on_channel = "SELECT count(*) FROM inbox WHERE channel = '" + name + "' AND ";
        const std::string ana = "(SELECT id FROM agents WHERE email = 'ana@demo.test')";
        CHECK(shop.number(on_channel + "closed = 0 AND owner = " + ana) > 0);
        CHECK(shop.number(on_channel + "closed = 0 AND owner IS NOT " + ana) > 0);
        CHECK(shop.number(on_channel + "closed = 1") > 0);
    }
    CHECK(shop.number("SELECT count(DISTINCT owner) FROM inbox WHERE closed = 0") == 3);
    CHECK(shop.number(
              "SELECT count(*) FROM inbox WHERE closed = 0 AND state NOT LIKE '%\"snoozing\":{\"type\":\"none\"}%'") ==
          3);
}

TEST_CASE("the newest four of the demo are chats, and a snooze is yet to end") {
    Shop shop;
    CHECK(shop.number("SELECT count(*) FROM (SELECT channel FROM inbox ORDER BY activity_at DESC LIMIT 4) "
                      "WHERE channel = 'chat'") == 4);
    CHECK(shop.number("SELECT count(*) FROM inbox WHERE channel <> 'chat' AND timer_at <= 1700000000000") == 0);
    CHECK(shop.number("SELECT count(*) FROM inbox WHERE channel <> 'chat' AND timer_at > 1700000000000") == 2);
}

TEST_CASE("the demo has topics to choose from, and closes without one") {
    Shop shop;
    CHECK(shop.service.policy().topics.size() == 5);
    CHECK(shop.service.policy().required_topics.empty());
    CHECK_FALSE(validate(shop.service.policy()).has_value());
    CHECK(shop.number("SELECT count(*) FROM inbox WHERE state LIKE '%\"topics\":[\"shipping\"]%'") == 2);
}

TEST_CASE("a policy that is in force already stays, with the demo or without") {
    const Folder folder;
    {
        Database database(folder.file("w.db"));
        Writing writing(database);
        Policies(*writing).put({}, {});
        writing.commit();
    }
    prepare_demo(folder.file("w.db"));
    const Service service(folder.file("w.db"));
    CHECK(service.policy().topics.empty());
    CHECK(service.stored_policy().version == 1);
}

TEST_CASE("seeding again keeps what is there, and follows the port") {
    const Folder folder;
    Service service(folder.file("w.db"));
    seed_demo(service, 8080);
    const Counts before = seen_by(service, "ana@demo.test");
    seed_demo(service, 9090);
    CHECK(seen_by(service, "ana@demo.test") == before);
    const Reading reading(service.database);
    CHECK(People(*reading).site(demo_site)->origins ==
          std::vector<std::string>{"http://localhost:9090", "http://127.0.0.1:9090"});
}

}  // namespace wrapup::server::test
