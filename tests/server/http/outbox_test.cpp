// What a client may rely on for its outbox: what a snapshot covers, what is remembered, and what is forgotten when.
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

Json answer_to(Person& person, const Json& envelope) { return person.post("/api/v1/commands", envelope).json(); }

Json outcomes_of(Person& person, const Json& envelope) {
    return answer_to(person, envelope).at("patch").at("outcomes");
}

Json with_ack(Json envelope, std::int64_t ack) {
    envelope["ack"] = ack;
    return envelope;
}

Json with_epoch(Json envelope, const std::string& epoch) {
    envelope["epoch"] = epoch;
    return envelope;
}

std::int64_t outcomes_kept(World& world) {
    const Reading reading(world.service().database);
    Query query = (*reading).query("SELECT count(*) FROM outcomes");
    query.next();
    return query.integer(0);
}

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

TEST_CASE("outcomes that the client has are forgotten with its next command") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("1");
    const Json two = visitor.command(chat, {step("receive", "2")});
    const Json three = visitor.command(chat, {step("receive", "3")});
    outcomes_of(visitor, visitor.envelope({two, three}));
    CHECK(outcomes_kept(world) == 3);

    // By itself it does nothing: there is nothing to be written along with it.
    CHECK(answer_to(visitor, with_ack(visitor.envelope(Json::array()), 2)).at("patch").at("last_command") == 3);
    CHECK(outcomes_kept(world) == 3);

    const Json four = visitor.command(chat, {step("receive", "4")});
    CHECK(outcomes_of(visitor, with_ack(visitor.envelope({four}), 2)).at(0).at("code") == "ok");
    CHECK(outcomes_kept(world) == 2);
    // What it does not have yet it gets again, with the same acknowledgement.
    const Json again = outcomes_of(visitor, with_ack(visitor.envelope({three, four}), 2));
    CHECK(again == Json::array({{{"n", 3}, {"code", "ok"}}, {{"n", 4}, {"code", "ok"}}}));
    CHECK(world.position() == 6);
}

TEST_CASE("a command whose outcome was forgotten is not run again, and its client is told where it stands") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("1");
    const Json two = visitor.command(chat, {step("receive", "2")});
    outcomes_of(visitor, visitor.envelope({two}));
    const Json three = visitor.command(chat, {step("receive", "3")});
    outcomes_of(visitor, with_ack(visitor.envelope({three}), 2));
    const Json body = answer_to(visitor, visitor.envelope({two}));
    CHECK(body.at("expected") == 4);
    CHECK_FALSE(body.contains("patch"));
    CHECK(world.position() == 5);
}

TEST_CASE("an acknowledgement of more than there is takes no outcome with it that is yet to come") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("1");
    const Json two = visitor.envelope({visitor.command(chat, {step("receive", "2")})});
    const Json told = outcomes_of(visitor, with_ack(two, 1'000));
    CHECK(told == Json::array({{{"n", 2}, {"code", "ok"}}}));
    CHECK(outcomes_of(visitor, two) == told);
}

TEST_CASE("what is sent to another history is not run, and its client is told where it stands in this one") {
    World world;
    Person visitor = world.visitor(), other = world.visitor();
    const std::string chat = visitor.starts_chat("1");
    const std::string epoch = visitor.get("/api/v1/me").json().at("epoch");
    const std::string foreign = random_id();
    const Json two = visitor.envelope({visitor.command(chat, {step("receive", "2")})});
    const auto check_not_run = [&](Person& person, const Json& envelope, std::int64_t expected) {
        const Json body = answer_to(person, with_epoch(with_ack(envelope, 1), foreign));
        CHECK(body.size() == 3);
        CHECK(body.at("epoch") == epoch);
        CHECK(body.contains("rules_id"));
        CHECK(body.at("expected") == expected);
    };
    check_not_run(visitor, two, 2);
    check_not_run(visitor, visitor.envelope(Json::array()), 2);
    check_not_run(other, other.envelope({other.command(random_id(), {step("claim")})}), 1);
    CHECK(world.position() == 3);
    CHECK(outcomes_kept(world) == 1);  // What it acknowledges is of the other history, too.

    CHECK(outcomes_of(visitor, with_epoch(two, epoch)).at(0).at("code") == "ok");
    CHECK(world.position() == 4);
    check_not_run(visitor, two, 3);
    CHECK(answer_to(visitor, with_epoch(visitor.envelope(Json::array()), epoch)).at("patch").at("last_command") == 2);

    CHECK(other.post("/api/v1/commands", with_epoch(two, foreign)).status == 403);
}

TEST_CASE("nobody makes the server forget another one's outcomes") {
    World world;
    Person visitor = world.visitor(), other = world.visitor();
    visitor.starts_chat("1");
    Json stolen = with_ack(other.envelope({other.command(random_id(), {step("claim")})}), 1);
    stolen["client"] = visitor.client();
    CHECK(other.post("/api/v1/commands", stolen).status == 403);
    CHECK(outcomes_kept(world) == 1);
}

}  // namespace wrapup::server::test
