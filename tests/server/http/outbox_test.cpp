// What a client may rely on for its outbox: what a snapshot covers, and what is remembered.
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

Json answer_to(Person& person, const Json& envelope) { return person.post("/api/v1/commands", envelope).json(); }

}  // namespace

TEST_CASE("a snapshot says how far it covers the commands of the client that asks, and of nobody else's") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    visitor.send(chat, {step("receive", "")});  // Refused, and counts.
    ana.must(chat, {step("claim")});
    const std::vector<std::pair<Person*, std::string>> snapshots{
        {&visitor, "/api/v1/conversations/" + chat + "?"},
        {&visitor, "/api/v1/conversations?"},
        {&visitor, "/api/v1/me?"},
        {&ana, "/api/v1/conversations/" + chat + "?"},
        {&ana, "/api/v1/inbox?view=mine&"},
        {&ana, "/api/v1/me?"},
    };
    for (const auto& [person, path] : snapshots) {
        CAPTURE(path);
        Person& asking = *person;
        const auto told = [&, &path = path](const std::string& client) {
            const Response response = asking.get(path + "client=" + client);
            CHECK(response.status == 200);
            return response.json();
        };
        CHECK(told(asking.client()).at("last_command") == (person == &visitor ? 2 : 1));
        CHECK(told(random_id()).at("last_command") == 0);
        CHECK_FALSE(told(person == &visitor ? ana.client() : visitor.client()).contains("last_command"));
        CHECK_FALSE(asking.get(path).json().contains("last_command"));
        for (const char* odd : {"", "short", "AAAAAAAAAAAAAAAAAAAAA%2B", "AAAAAAAAAAAAAAAAAAAAAAA"}) {
            const Response response = asking.get(path + "client=" + odd);
            CHECK(response.status == 400);
            CHECK(response.json().at("field") == "client");
        }
    }
}

TEST_CASE("a command whose answer was lost is not run again by a server that was restarted in between") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const Json envelope = visitor.envelope({visitor.command(chat, {step("receive", "once")})}, world.position());
    const Json first = answer_to(visitor, envelope).at("patch");
    for (int restarts = 0; restarts < 2; ++restarts) {
        world.restart();
        visitor.goes_to(world.port());
        CHECK(answer_to(visitor, envelope).at("patch") == first);
    }
    CHECK(first.at("outcomes") == Json::array({{{"n", 2}, {"code", "ok"}}}));
    CHECK(world.position() == 4);
    visitor.must(chat, {step("receive", "the next one")});
}

TEST_CASE("a command that cannot be read counts, and is answered the same when it is sent again") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const Json envelope = visitor.envelope({visitor.command(chat, {step("teleport")})});
    for (int times = 0; times < 2; ++times) {
        const Json patch = answer_to(visitor, envelope).at("patch");
        CHECK(patch.at("last_command") == 2);
        CHECK(patch.at("outcomes").at(0).at("code") == "newer_client");
    }
    visitor.must(chat, {step("receive", "and on")});
}

}  // namespace wrapup::server::test
