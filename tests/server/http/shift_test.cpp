// What agents and supervisors switch while they work.
#include "server/shift.hpp"

#include "server/store/staffing.hpp"
#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* availability = "/api/v1/me/availability";
constexpr const char* preferences = "/api/v1/me/preferences";
constexpr const char* routing = "/api/v1/routing";

Json taking(bool voice, bool messaging, bool mail) {
    return {{"voice", voice}, {"messaging", messaging}, {"mail", mail}};
}

Json available(Person& person) { return person.me().at("actor").at("available"); }

std::string owner_of(Person& reader, const std::string& conversation) {
    const Json owner = reader.get("/api/v1/conversations/" + conversation).json().at("row").at("state").at("owner");
    return owner.is_null() ? "" : owner.get<std::string>();
}

// The next frame of this name.
Json told(StreamReader& stream, const std::string& event) {
    Frame frame = stream.next();
    while (frame.event != event) frame = stream.next();
    return frame.data;
}

}  // namespace

TEST_CASE("an agent is available for everything from signing in to signing out") {
    World world;
    Person ana = world.ana(), ben = world.ben();
    CHECK(available(ana) == Json({"voice", "messaging", "mail"}));
    CHECK(ana.put(availability, taking(false, true, false)).status == 204);
    CHECK(available(ana) == Json({"messaging"}));
    const auto as_others_see = [&] {
        const Json me = ben.me();
        for (const Json& colleague : me.at("colleagues"))
            if (colleague.at("actor").at("id") == "ana") return colleague.at("actor").at("available");
        return Json();
    };
    CHECK(as_others_see() == Json({"messaging"}));
    Person elsewhere = world.ana();
    CHECK(available(ana) == Json({"voice", "messaging", "mail"}));
    ana.post("/api/v1/logout", Json::object());
    CHECK(as_others_see() == Json({"voice", "messaging", "mail"}));
    elsewhere.post("/api/v1/logout", Json::object());
    CHECK(as_others_see() == Json::array());
}

TEST_CASE("who is not available is given nobody, and says so at once to who asks for next") {
    World world;
    Person visitor = world.visitor(), ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    ana.put(availability, taking(true, false, true));
    const auto next = [&] { return ana.send(random_id(), {step("next")}).at("detail"); };
    CHECK(next() == Json{{"nobody", "nobody_waits"}});
    ana.put(availability, taking(false, false, false));
    CHECK(next() == Json{{"nobody", "unavailable"}});
    ana.put(availability, taking(false, true, false));
    // No conversation is left: the next one is given all the same.
    CHECK(next() == Json{{"next", chat}});
    CHECK(owner_of(ana, chat) == "ana");
}

TEST_CASE("what is in hand is kept, or given back to the queue") {
    World world;
    Person visitor = world.visitor(), ana = world.ana();
    const std::string one = visitor.starts_chat("one"), two = visitor.starts_chat("two");
    for (const std::string& chat : {one, two}) ana.must(chat, {step("claim")});
    ana.must(two, {step("reply", "bye"), end_if_active()});
    ana.put(availability, taking(true, false, true));
    CHECK(owner_of(ana, one) == "ana");
    const auto leaves = [&](Json away) {
        away["give_back"] = true;
        CHECK(ana.put(availability, away).status == 204);
    };
    leaves(taking(true, false, false));
    CHECK(owner_of(ana, one) == "ana");  // It is not in the group that is left now.

    ana.put(availability, taking(true, true, true));
    leaves(taking(true, false, true));
    CHECK(owner_of(ana, one).empty());
    CHECK(owner_of(ana, two) == "ana");  // Nobody waits there.
}

TEST_CASE("everybody hears at once whom an agent takes and what they have in hand, and nobody of another site does") {
    World world;
    Person visitor = world.visitor(), ana = world.ana(), ben = world.ben(), sam = world.sam();
    const std::string chat = visitor.starts_chat("hello");
    StreamReader own(ana, ""), other(ben, ""), stranger(sam, ""), customer(visitor, "");
    for (StreamReader* stream : {&own, &other, &stranger, &customer}) stream->next();
    ana.put(availability, taking(false, true, false));
    for (StreamReader* stream : {&own, &other})
        CHECK(told(*stream, "agents").at("agents") ==
              Json::array({{{"id", "ana"},
                            {"available", {"messaging"}},
                            {"load", {{"voice", 0}, {"messaging", 0}, {"mail", 0}}}}}));
    ana.must(chat, {step("claim")});
    for (StreamReader* stream : {&own, &other}) {
        CHECK(stream->next().event == "patch");
        CHECK(told(*stream, "agents").at("agents").at(0).at("load").at("messaging") == 1);
    }
    ana.must(chat, {{{"type", "assign"}, {"agent", "ben"}}});
    CHECK(told(own, "agents").at("agents").at(0).at("load").at("messaging") == 0);
    CHECK(told(own, "agents").at("agents").at(0).at("id") == "ben");
    CHECK(stranger.nothing_within(std::chrono::milliseconds(100)));
    CHECK(customer.patch().at("events").size() == 1);
}

TEST_CASE("a supervisor changes the routing for everybody while the server runs, as a new version of the policy") {
    World world;
    Person visitor = world.visitor(), ana = world.ana(), mia = world.mia(), ben = world.ben();
    ana.put(availability, taking(false, false, false));
    mia.put(availability, taking(false, false, false));
    const std::string chat = visitor.starts_chat("hello");
    StreamReader stream(ana, "");
    stream.next();
    CHECK(mia.put(routing, {{"routing", "push"}}).status == 204);
    CHECK(told(stream, "me").at("me").at("policy").at("routing") == "push");
    CHECK(stream.patch().at("events").at(0).at("event").at("fact").at("agent") == "ben");
    CHECK(owner_of(ben, chat) == "ben");
    CHECK(ana.me().at("policy").at("routing") == "push");

    // From now on each chat goes to whoever is there, also as soon as somebody is.
    ben.put(availability, taking(false, false, false));
    const std::string waiting = visitor.starts_chat("anybody?");
    CHECK(owner_of(ben, waiting).empty());
    ana.put(availability, taking(false, true, false));
    CHECK(owner_of(ben, waiting) == "ana");
    // What is given back goes to somebody else.
    ben.put(availability, taking(false, true, false));
    Json away = taking(false, false, false);
    away["give_back"] = true;
    ana.put(availability, away);
    CHECK(owner_of(ben, waiting) == "ben");

    mia.put(routing, {{"routing", "push"}});
    mia.put(routing, {{"routing", "claim"}});
    const Reading reading(world.service().database);
    const auto versions = Policies(*reading).all();
    REQUIRE(versions.size() == 2);
    CHECK((versions[0].policy.routing == Routing::push && versions[1].policy.routing == Routing::claim));
    CHECK(world.service().stored_policy().version == versions[1].version);
    CHECK(EventLog(*reading).of({waiting}).size() > 2);
}

TEST_CASE("the routing that was chosen is in force after a start of the server") {
    World world;
    world.mia().put(routing, {{"routing", "push"}});
    world.restart();
    CHECK(world.service().policy().routing == Routing::push);
}

TEST_CASE("an agent's preference of where to be after closing is kept, and told to their own pages only") {
    World world;
    Person ana = world.ana(), ben = world.ben();
    CHECK(ana.me().at("preferences") == Json{{"after_closing", "stay"}});
    StreamReader own(ana, ""), other(ben, "");
    for (StreamReader* stream : {&own, &other}) stream->next();
    CHECK(ana.put(preferences, {{"after_closing", "next"}}).status == 204);
    CHECK(told(own, "preferences").at("preferences") == Json{{"after_closing", "next"}});
    CHECK(other.nothing_within(std::chrono::milliseconds(100)));
    world.restart();
    ana.goes_to(world.port());
    CHECK(ana.me().at("preferences") == Json{{"after_closing", "next"}});
    CHECK(world.visitor().me().at("preferences").is_null());
}

TEST_CASE("what may not be switched, or not so, is refused and changes nothing") {
    World world;
    Person visitor = world.visitor(), ana = world.ana();
    const auto bad = [&](const char* path, const Json& body, const char* field) {
        const Response response = ana.put(path, body);
        INFO(response.text);
        CHECK(response.status == 400);
        CHECK(response.json().at("field") == field);
    };
    bad(availability, {{"voice", true}, {"mail", true}}, "messaging");
    bad(availability, {{"voice", 1}, {"messaging", true}, {"mail", true}}, "voice");
    bad(availability, {{"voice", true}, {"messaging", true}, {"mail", true}, {"fax", true}}, "fax");
    bad(preferences, {{"after_closing", "home"}}, "after_closing");
    CHECK(ana.put(routing, {{"routing", "push"}}).json().at("detail") == "This is for supervisors.");
    for (const char* path : {availability, preferences, routing}) {
        CHECK(visitor.put(path, Json::object()).status == 403);
        CHECK(world.nobody().put(path, Json::object()).status == 401);
        // Another site's page can send the cookie, but not this header.
        httplib::Headers cookie = ana.headers();
        cookie.erase("X-Wrapup");
        CHECK(Person(world.port(), cookie).put(path, Json::object()).status == 403);
    }
    CHECK(world.mia().put(routing, {{"routing", "roulette"}}).status == 400);
    CHECK(available(ana) == Json({"voice", "messaging", "mail"}));
    CHECK(ana.me().at("policy").at("routing") == "claim");
}

}  // namespace wrapup::server::test
