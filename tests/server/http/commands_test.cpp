#include <future>
#include <set>

#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

Response post(Person& person, const Json& envelope) { return person.post("/api/v1/commands", envelope); }

std::string code(const Json& outcome) { return outcome.at("code"); }

// The log knows the digest of the last state of a conversation only; memory knows that after each commit.
Json with_last_digests(Json body) {
    std::set<std::string> later;
    Json& events = body.at("patch").at("events");
    for (auto stored = events.rbegin(); stored != events.rend(); ++stored)
        if (!later.insert(stored->at("conversation")).second) stored->erase("digest");
    return body;
}

}  // namespace

TEST_CASE("a visitor and an agent have a chat from beginning to end") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("Is the kettle back?");
    ana.must(chat, {step("claim")});
    ana.must(chat, {step("reply", "On Monday."), end_if_active(), step("close")});

    const Json seen = visitor.get("/api/v1/conversations/" + chat).json();
    CHECK(seen.at("row").at("state").at("phase").at("type") == "closed");
    CHECK(seen.at("row").at("preview") == Json{{"by", "agent"}, {"text", "On Monday."}});
    CHECK(seen.at("customer").is_null());
    CHECK(seen.at("events").size() == 7);
    const Json agents = ana.get("/api/v1/conversations/" + chat).json();
    CHECK(agents.at("customer").at("page") == "/coffee");
    CHECK(agents.at("customer").at("conversations").empty());
}

TEST_CASE("a patch tells what happened after the position it was asked from") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("one");
    const Response response =
        post(visitor, visitor.envelope({visitor.command(chat, {step("receive", "two")})}, world.position() - 1));
    const Json body = response.json();
    CHECK(body.at("epoch") == world.service().database.epoch());
    CHECK(body.at("rules_id").is_string());
    const Json patch = body.at("patch");
    CHECK(patch.at("from") == 2);
    CHECK(patch.at("position") == 4);
    CHECK(patch.at("events").size() == 2);
    CHECK(patch.at("events").at(1).at("event").at("fact") == Json{{"type", "message_received"}, {"text", "two"}});
    CHECK(patch.at("client") == visitor.client());
    CHECK(patch.at("last_command") == 2);
    CHECK(patch.at("outcomes") == Json::array({{{"n", 2}, {"code", "ok"}}}));
    CHECK(patch.at("customers").empty());
    CHECK_FALSE(body.contains("resync"));
    CHECK(post(visitor, visitor.envelope(Json::array())).json().at("patch").at("customers").size() == 1);
}

TEST_CASE("an envelope that cannot be read is refused by the name of its field, and nothing of it is run") {
    World world;
    Person visitor = world.visitor();
    const Json good = visitor.envelope({visitor.command(random_id(), Json::array())});
    const auto with = [&](const char* pointer, const Json& value) {
        Json envelope = good;
        envelope[Json::json_pointer(pointer)] = value;
        return envelope;
    };
    const auto without = [&](const char* name) {
        Json envelope = good;
        envelope.erase(name);
        return envelope;
    };
    const Json hundred_and_one(101, good.at("commands").at(0));
    const std::vector<std::pair<Json, std::string>> rows{
        {with("/client", 1), "client"},
        {with("/client", "short"), "client"},
        {without("client"), "client"},
        {with("/after", -1), "after"},
        {with("/after", "0"), "after"},
        {with("/after", 0.5), "after"},
        {without("after"), "after"},
        {without("rules_id"), "rules_id"},
        {with("/epoch", 1), "epoch"},
        {with("/ack", -1), "ack"},
        {with("/ack", "1"), "ack"},
        {with("/mood", 1), "mood"},
        {with("/commands", Json::object()), "commands"},
        {with("/commands", hundred_and_one), "commands"},
        {with("/commands/0", "claim"), "commands[0]"},
        {with("/commands/0/n", "1"), "commands[0].n"},
        {with("/commands/0/n", 1.0), "commands[0].n"},
        {with("/commands/0/n", 0), "commands[0].n"},
        {with("/commands/1", {{"conversation", "x"}}), "commands[1].n"},
    };
    for (const auto& [envelope, field] : rows) {
        CAPTURE(envelope.dump().substr(0, 200), field);
        const Response response = post(visitor, envelope);
        CHECK(response.status == 400);
        CHECK(response.header("Content-Type") == "application/problem+json");
        CHECK(response.json().at("field") == field);
    }
    for (const char* text : {"", "{", "[]", "null"}) CHECK(visitor.post_text("/api/v1/commands", text).status == 400);
    CHECK(post(visitor, good).json().at("patch").at("last_command") == 1);
}

TEST_CASE("a command that cannot be read is the outcome newer_client, and those after it are run") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const auto with = [&](const char* pointer, const Json& value) {
        Json command = visitor.command(chat, {step("receive", "more")});
        command[Json::json_pointer(pointer)] = value;
        return command;
    };
    const std::vector<std::pair<Json, std::string>> rows{
        {with("/steps/0", step("teleport")), "steps[0].type"},
        {with("/steps/0", "receive"), "steps[0]"},
        {with("/steps/0/mood", "good"), "steps[0].mood"},
        {with("/steps/0/text", 5), "steps[0].text"},
        {with("/steps", step("receive", "x")), "steps"},
        {with("/steps", Json(9, step("receive", "x"))), "steps"},
        {with("/conversation", 5), "conversation"},
        {with("/seen", -1), "seen"},
        {with("/seen", 1.5), "seen"},
        {with("/confirmed", Json::array({"everything"})), "confirmed[0]"},
        {with("/urgent", true), "urgent"},
        {with("/at", "now"), "at"},
    };
    Json commands = Json::array();
    for (const auto& row : rows) commands.push_back(row.first);
    commands.push_back(visitor.command(chat, {step("receive", "still here")}));
    const Json outcomes = post(visitor, visitor.envelope(commands)).json().at("patch").at("outcomes");
    REQUIRE(outcomes.size() == rows.size() + 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows[i].second);
        CHECK(code(outcomes[i]) == "newer_client");
        CHECK(outcomes[i].at("detail") == Json{{"field", rows[i].second}});
    }
    CHECK(code(outcomes.back()) == "ok");
}

TEST_CASE("what the rules refuse is an outcome with the name of the reason") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    Person ben = world.ben();
    const std::string chat = visitor.starts_chat("hello");
    CHECK(code(visitor.send(chat, {step("receive", std::string(20'001, 'x'))})) == "too_long");
    CHECK(code(visitor.send(chat, {step("receive", " \n")})) == "empty");
    CHECK(code(visitor.send(chat, {step("claim")})) == "not_permitted");
    CHECK(code(visitor.send(random_id(), {step("receive", "hello")})) == "unknown_conversation");
    CHECK(code(visitor.send("not an id", {step("receive", "hello")})) == "unknown_conversation");
    CHECK(code(ana.send(chat, {step("reply", "hello")})) == "unowned");
    ana.must(chat, {step("claim")});
    const Json owner{{"owner", ana.id()}};
    CHECK(ben.send(chat, {step("claim")}).at("detail") == owner);
    CHECK(code(ben.send(chat, {step("reply", "hello")})) == "not_owner");
    CHECK(ben.send(chat, {step("close")}).at("detail") == owner);
    CHECK(code(ana.send(chat, {end_if_active(), step("close")}, 0)) == "unseen_message");
    CHECK(code(ana.send(chat, {end_if_active(), step("close")})) == "reply_owed");
    Json confirmed = ana.command(chat, {end_if_active(), step("close")});
    confirmed["confirmed"] = {"reply_owed"};
    CHECK(code(post(ana, ana.envelope({confirmed})).json().at("patch").at("outcomes").at(0)) == "ok");
}

TEST_CASE("a text that is none is refused without holding up what was sent with it") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const auto* bad = GENERATE("\xFF", "\xC3", "\xED\xA0\x80", "\\ud800", "\\udc00 \\ud800", "\\u0000");
    CAPTURE(bad);
    const Json commands{visitor.command(chat, {step("receive", "MARK")}),
                        visitor.command(chat, {step("receive", "fine")})};
    std::string text = visitor.envelope(commands).dump();
    text.replace(text.find("MARK"), 4, bad);
    const Json outcomes = visitor.post_text("/api/v1/commands", text).json().at("patch").at("outcomes");
    CHECK(code(outcomes.at(0)) == "invalid_text");
    CHECK(code(outcomes.at(1)) == "ok");
}

TEST_CASE("a message to a closed chat is refused as locked, whatever the client says it has seen") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    ana.must(chat, {step("claim"), step("reply", "bye"), end_if_active(), step("close")});
    for (const Version seen : {0u, 3u, 1'000u})
        CHECK(code(visitor.send(chat, {step("receive", "one more thing")}, seen)) == "locked");
    CHECK(code(visitor.send(chat, {step("reopen"), step("receive", "one more thing")})) == "locked");
}

TEST_CASE("the same command sent again gets its first answer, and happens once") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const Json envelope = visitor.envelope(
        {visitor.command(chat, {step("receive", "once")}), visitor.command(chat, {step("receive", "")})});
    const Json first = post(visitor, envelope).json().at("patch");
    const Json again = post(visitor, envelope).json().at("patch");
    CHECK(first.at("outcomes") == again.at("outcomes"));
    CHECK(again.at("outcomes").at(1).at("code") == "empty");
    CHECK(first.at("position") == again.at("position"));
    CHECK(again.at("last_command") == 3);
}

TEST_CASE("a number that is left out stops the rest and names what was expected") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const Json two = visitor.command(chat, {step("receive", "two")});
    visitor.command(chat, {step("receive", "three is lost")});
    const Json four = visitor.command(chat, {step("receive", "four")});
    const Json body = post(visitor, visitor.envelope({two, four})).json();
    CHECK(body.at("expected") == 3);
    CHECK(body.at("epoch").is_string());
    CHECK_FALSE(body.contains("patch"));
    CHECK(world.position() == 4);
}

TEST_CASE("a refused command counts too, and is remembered over a restart") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    const Json refused = visitor.command(chat, {step("receive", "")});
    CHECK(post(visitor, visitor.envelope({refused})).json().at("patch").at("last_command") == 2);
    world.restart();
    Person back(world.port(), visitor.headers());
    Json envelope = visitor.envelope({refused});
    const Json patch = post(back, envelope).json().at("patch");
    CHECK(patch.at("outcomes") == Json::array({{{"n", 2}, {"code", "empty"}}}));
    CHECK(patch.at("last_command") == 2);
    envelope["commands"] = Json::array({visitor.command(chat, {step("receive", "third")})});
    CHECK(post(back, envelope).json().at("patch").at("outcomes").at(0).at("code") == "ok");
}

TEST_CASE("an outbox belongs to one person") {
    World world;
    Person visitor = world.visitor();
    Person other = world.visitor();
    visitor.starts_chat("hello");
    Json stolen = other.envelope({other.command(random_id(), {step("claim")})});
    stolen["client"] = visitor.client();
    stolen["commands"][0]["n"] = 2;  // The next of the visitor's numbers.
    CHECK(post(other, stolen).status == 403);
    stolen["commands"] = Json::array();
    CHECK(post(other, stolen).status == 403);
    CHECK(post(visitor, visitor.envelope(Json::array())).json().at("patch").at("last_command") == 1);
}

TEST_CASE("who is too far behind is told to read everything anew") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    for (int i = 0; i < 10; ++i) {
        Json commands = Json::array();
        for (int k = 0; k < 100; ++k) commands.push_back(visitor.command(chat, {step("receive", "x")}));
        REQUIRE(post(visitor, visitor.envelope(commands, world.position())).status == 200);
    }
    CHECK(world.position() == 1'003);
    world.restart();  // So that nothing is remembered, and the log has to be read.
    visitor.goes_to(world.port());
    const auto from = [&](Position after) { return post(visitor, visitor.envelope(Json::array(), after)).json(); };
    CHECK(from(3).at("patch").at("events").size() == 1'000);
    CHECK_FALSE(from(3).contains("resync"));
    CHECK(from(2).at("resync") == true);
    CHECK(from(2).at("patch").at("events").empty());
    CHECK(from(1'004).at("resync") == true);
}

TEST_CASE("what happened lately is told from memory as it is from the log") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    Person ana = world.ana();
    ana.must(chat, {step("claim")});
    ana.must(chat, {step("add_note", "a \"note\"")});
    ana.must(chat, {step("reply", "Grüße\n"), end_if_active(), step("close")});
    Person other = world.visitor();
    other.starts_chat("elsewhere");
    const auto all_told = [&] {
        std::vector<Json> told;
        for (Person* person : {&visitor, &ana})
            for (Position after = 0; after <= world.position(); ++after)
                told.push_back(with_last_digests(post(*person, person->envelope(Json::array(), after)).json()));
        return told;
    };
    const auto from_memory = all_told();
    world.restart();
    visitor.goes_to(world.port());
    ana.goes_to(world.port());
    CHECK(all_told() == from_memory);
}

TEST_CASE("commands that wait for the disk keep nobody else waiting") {
    World world;
    const int visitors = 3 * static_cast<int>(Connections::Limits{}.workers);
    std::vector<Person> people;
    for (int i = 0; i < visitors; ++i) people.push_back(world.visitor());
    std::vector<std::future<std::string>> outcomes;
    {
        const Writing other(world.service().database);
        for (Person& person : people)
            outcomes.push_back(std::async(std::launch::async, [&] {
                const Json started{{"type", "start"}, {"site", "shop"}, {"channel", "chat"}, {"customer", person.id()}};
                const Json envelope = person.envelope({person.command(random_id(), {started})});
                return code(post(person, envelope).json().at("patch").at("outcomes").at(0));
            }));
        for (int i = 0; i < 20; ++i) CHECK(world.nobody().get("/login").status == 200);
        for (const auto& outcome : outcomes)
            CHECK(outcome.wait_for(std::chrono::milliseconds{10}) == std::future_status::timeout);
    }
    for (auto& outcome : outcomes) CHECK(outcome.get() == "ok");
}

TEST_CASE("two agents claim at the same moment: one owns it, the other is told who") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    Person ben = world.ben();
    for (int round = 0; round < 10; ++round) {
        const std::string chat = visitor.starts_chat("hello");
        const Json of_ana = ana.envelope({ana.command(chat, {step("claim")})});
        const Json of_ben = ben.envelope({ben.command(chat, {step("claim")})});
        Response answer_to_ben;
        std::thread thread([&] { answer_to_ben = post(ben, of_ben); });
        const Response answer_to_ana = post(ana, of_ana);
        thread.join();
        const Json a = answer_to_ana.json().at("patch").at("outcomes").at(0);
        const Json b = answer_to_ben.json().at("patch").at("outcomes").at(0);
        const bool ana_won = code(a) == "ok";
        CHECK(code(ana_won ? b : a) == "owned_by");
        CHECK((ana_won ? b : a).at("detail").at("owner") == (ana_won ? ana.id() : ben.id()));
        CHECK(code(ana_won ? a : b) == "ok");
    }
}

TEST_CASE("a new chat can go on from an old one only for those who may know the old one") {
    World world;
    Person visitor = world.visitor();
    Person other = world.visitor();
    const std::string old = visitor.starts_chat("hello");
    const auto go_on = [&](Person& person, const std::string& from) {
        return code(person.send(random_id(), {{{"type", "start"},
                                               {"site", "shop"},
                                               {"channel", "chat"},
                                               {"customer", person.id()},
                                               {"linked_to", from}}}));
    };
    CHECK(go_on(visitor, old) == "ok");
    CHECK(go_on(other, old) == "unknown_conversation");
    CHECK(go_on(visitor, random_id()) == "unknown_conversation");
    CHECK(go_on(visitor, "") == "unknown_conversation");
    Person ana = world.ana();
    CHECK(go_on(ana, old) == "not_permitted");
}

}  // namespace wrapup::server::test
