#include "server/demo.hpp"

#include "server/demo_chats.hpp"
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
    Reader reader(*reading, agent->actor, service.policy);
    const auto count = [&](View view) { return reader.page(view, {}).rows.size(); };
    return {count(View::open), count(View::unassigned), count(View::mine), count(View::closed)};
}

std::size_t lines_of_all_chats() {
    std::size_t lines = 0;
    for (const DemoChat& chat : demo_chats()) lines += chat.lines.size();
    return lines;
}

}  // namespace

TEST_CASE("the demo has an inbox that is not empty, and people who can sign in to it") {
    const Folder folder;
    Service service(folder.file("w.db"));
    seed_demo(service, 8080);
    CHECK(seen_by(service, "ana@demo.test") == Counts{6, 2, 2, 3});
    CHECK(seen_by(service, "ben@demo.test").mine == 1);
    CHECK(seen_by(service, "mia@demo.test").mine == 1);
    const Reading reading(service.database);
    for (const char* email : {"ana@demo.test", "ben@demo.test", "mia@demo.test"})
        CHECK(service.passwords.verify(People(*reading).credentials(email)->password_hash, demo_password));
}

TEST_CASE("every line of the demo's chats is one that the rules accept, at its time") {
    const Folder folder;
    const Time today{Milliseconds{1'700'000'000'000}};
    Service service(folder.file("w.db"), [&] { return today; });
    seed_demo(service, 8080);
    const Reading reading(service.database);
    Query query = (*reading).query("SELECT count(*) FROM outcomes WHERE code = 'ok'");
    query.next();
    CHECK(query.integer(0) == static_cast<std::int64_t>(lines_of_all_chats()));
    Time last = today - std::chrono::hours{48};
    for (const StoredEvent& stored : EventLog(*reading).after(0)) {
        CHECK(stored.event.at >= last);
        last = stored.event.at;
    }
    CHECK(last < today);
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
