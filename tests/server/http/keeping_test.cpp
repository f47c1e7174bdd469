// What whoever keeps the server running asks it.
#include <fstream>
#include <sstream>

#include "server/log.hpp"
#include "server/metrics.hpp"
#include "server/store/mails.hpp"
#include "tests/support/server_stream.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

Response asked(World& world, const std::string& path, httplib::Headers headers = {}) {
    return Person(world.port(), std::move(headers)).get(path);
}

// The value of a line of the metrics, whose name and labels stand in `sample`; 0 where there is no such line.
double value_of(const std::string& text, const std::string& sample) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(sample + ' ')) return std::stod(line.substr(sample.size() + 1));
    return 0;
}

Connections::Limits behind_a_proxy_here() {
    Connections::Limits limits;
    limits.proxies.trust(*Network::from("127.0.0.1"));
    return limits;
}

}  // namespace

TEST_CASE("a server that lives says so, and one that is ready says of what") {
    World world;
    CHECK(asked(world, "/healthz").text == "ok\n");
    const Response ready = asked(world, "/readyz");
    CHECK(ready.status == 200);
    CHECK(ready.json() == Json{{"database", "ok"}, {"writer", "ok"}, {"disk", "ok"}});
}

TEST_CASE("a thread that has been at the same group of commands for too long is noticed") {
    World world;
    Inbox& inbox = world.service().inbox;
    const Ticks much_later = ticks() + 2 * Inbox::stuck_after;
    CHECK_FALSE(inbox.is_stuck(much_later));
    std::promise<void> done;
    {
        const Writing holds_it_up(world.service().database);
        inbox.submit(Inbox::Job{{}, {random_id()}, {}}, [&](const Inbox::Result&) { done.set_value(); });
        while (!inbox.is_stuck(much_later)) std::this_thread::yield();
        CHECK_FALSE(inbox.is_stuck(ticks()));
    }
    done.get_future().wait();
    while (inbox.is_stuck(much_later)) std::this_thread::yield();
}

TEST_CASE("the metrics count requests by route and status, commands by outcome, and what there is") {
    World world;
    const std::string commands = R"(wrapup_requests_total{method="POST",route="/api/v1/commands",status="200"})";
    const std::string refused = R"(wrapup_commands_total{outcome="not_permitted"})";
    const std::string timed = R"(wrapup_request_seconds_count{method="POST",route="/api/v1/commands"})";
    const std::string before = asked(world, "/metrics").text;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    CHECK(visitor.send(chat, {step("claim")}).at("code") == "not_permitted");
    CHECK(asked(world, "/no/such/page").status == 404);
    const std::string after = asked(world, "/metrics").text;
    CAPTURE(after);
    const auto grown = [&](const std::string& sample) { return value_of(after, sample) - value_of(before, sample); };
    CHECK(grown(commands) == 2);
    CHECK(grown(timed) == 2);
    CHECK(grown(refused) == 1);
    CHECK(grown(R"(wrapup_commands_total{outcome="ok"})") == 1);
    CHECK(grown(R"(wrapup_requests_total{method="any",route="none",status="404"})") == 1);
    CHECK(grown("wrapup_group_commands_count") == 2);
    CHECK(grown(R"(wrapup_group_commands_bucket{le="1"})") == 2);
    CHECK(grown("wrapup_commit_seconds_count") >= 3);
    CHECK(value_of(after, "wrapup_log_position") == 3);
    CHECK(value_of(after, R"(wrapup_conversations{status="new"})") == 1);
    for (const char* present : {"process_resident_memory_bytes", "process_open_fds", "wrapup_wal_bytes",
                                "wrapup_database_bytes", "wrapup_disk_free_bytes", "wrapup_connections"})
        CHECK(value_of(after, present) > 0);
}

TEST_CASE("the metrics count the mails that still wait, and the streams that are open") {
    World world;
    const auto value = [&](const std::string& sample) { return value_of(asked(world, "/metrics").text, sample); };
    CHECK(value("wrapup_mails_waiting") == 0);
    {
        Writing writing(world.service().database);
        Mails mails(*writing);
        for (const char* message : {"a", "b", "c"})
            mails.add({0, message, {"chat"}, {"vera"}, "v@home.test", Language::english, {}, {}, 0});
        mails.finish(mails.due(Time{}).value());
        writing.commit();
    }
    CHECK(value("wrapup_mails_waiting") == 2);
    const double before = value("wrapup_streams");
    const auto readers = let_in(1, world.ana());
    while (value("wrapup_streams") != before + 1) std::this_thread::yield();
}

TEST_CASE("every line of the metrics is a comment or a sample, and every family is said once") {
    World world;
    std::istringstream lines(asked(world, "/metrics").text);
    std::set<std::string> families;
    std::string family;
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        if (line.starts_with("# TYPE ")) {
            family = line.substr(7, line.find(' ', 7) - 7);
            CHECK(families.insert(family).second);
        } else if (!line.starts_with("# HELP ")) {
            CHECK(line.starts_with(family));
            CHECK_NOTHROW(std::stod(line.substr(line.rfind(' ') + 1)));
        }
    }
    CHECK(families.size() >= 15);
}

TEST_CASE("who asks through a proxy finds no metrics, even on this machine") {
    World world;
    CHECK(asked(world, "/metrics").status == 200);
    for (const char* sign : {"X-Forwarded-For", "X-Real-IP", "Forwarded", "Via", "X-Forwarded-Proto"}) {
        CAPTURE(sign);
        CHECK(asked(world, "/metrics", {{sign, "203.0.113.5"}}).status == 404);
    }
}

TEST_CASE("a request is called in the answer as in the log, and only a trusted proxy may choose how") {
    const std::string name = "from-the-proxy-1";
    World alone, behind(behind_a_proxy_here());
    CHECK(asked(behind, "/healthz", {{"X-Request-Id", name}}).header("X-Request-Id") == name);
    CHECK(asked(alone, "/healthz", {{"X-Request-Id", name}}).header("X-Request-Id") != name);
    for (const char* bad : {"short", "with space in it", "quote\"quote\"", "new\u00efline"}) {
        CAPTURE(bad);
        const std::string given = asked(behind, "/healthz", {{"X-Request-Id", bad}}).header("X-Request-Id");
        CHECK(given != bad);
        CHECK(given.size() >= 10);
    }
    CHECK(asked(alone, "/healthz").header("X-Request-Id") != asked(alone, "/healthz").header("X-Request-Id"));
}

TEST_CASE("commands, which are answered later, and refused requests have a name, too") {
    World world;
    Person visitor = world.visitor();
    const Json envelope = visitor.envelope({visitor.command(random_id(), {step("claim")})});
    CHECK_FALSE(visitor.post("/api/v1/commands", envelope).header("X-Request-Id").empty());
    CHECK_FALSE(asked(world, "/" + std::string(3'000, 'a')).header("X-Request-Id").empty());
    CHECK_FALSE(asked(world, "/no/such/page").header("X-Request-Id").empty());
}

}  // namespace wrapup::server::test
