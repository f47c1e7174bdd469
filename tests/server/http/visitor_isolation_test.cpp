#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {

TEST_CASE("a visitor gets a token of their own and a name") {
    World world;
    const Response arrival =
        world.nobody().post("/api/v1/visitors", {{"site", "shop"}, {"page", "/a"}, {"locale", "en"}});
    CHECK(arrival.status == 201);
    CHECK(is_token(arrival.json().at("token").get<std::string>()));
    const std::string name = arrival.json().at("customer").at("name");
    CHECK(name.size() == std::string("Visitor ABCD").size());
    CHECK(name.rfind("Visitor ", 0) == 0);
}

TEST_CASE("nobody arrives at a site that does not exist, or without saying where") {
    World world;
    Person nobody = world.nobody();
    const auto arrive = [&](const Json& body) { return nobody.post("/api/v1/visitors", body); };
    CHECK(arrive({{"site", "mars"}, {"page", "/"}, {"locale", "en"}}).status == 404);
    CHECK(arrive({{"site", "shop"}, {"page", "/"}}).json().at("field") == "locale");
    CHECK(arrive({{"site", "shop"}, {"page", std::string(2'049, 'x')}, {"locale", ""}}).json().at("field") == "page");
    CHECK(arrive({{"site", "shop"}, {"page", ""}, {"locale", std::string(65, 'x')}}).json().at("field") == "locale");
    CHECK(nobody.post_text("/api/v1/visitors", "{\"site\":\"shop\",\"page\":\"\xFF\",\"locale\":\"\"}").status == 400);
}

TEST_CASE("a visitor sees nothing of another's chat, and no list of agents'") {
    World world;
    Person visitor = world.visitor();
    Person other = world.visitor();
    const std::string chat = visitor.starts_chat("my secret");
    StreamReader stream(other, "?after=0");
    CHECK(stream.next().event == "me");
    CHECK(other.get("/api/v1/conversations/" + chat).status == 404);
    CHECK(other.get("/api/v1/conversations/" + random_id()).status == 404);
    CHECK(other.get("/api/v1/conversations/x").status == 404);
    CHECK(other.send(chat, {step("receive", "let me in")}).at("code") == "unknown_conversation");
    CHECK(other.send(chat, {{{"type", "end"}, {"if_active", true}}}).at("code") == "unknown_conversation");
    CHECK(other.get("/api/v1/conversations").json().at("rows").empty());
    CHECK(other.get("/api/v1/inbox?view=open").status == 403);
    visitor.must(chat, {step("receive", "more secrets")});
    const Json patch = other.post("/api/v1/commands", other.envelope(Json::array())).json().at("patch");
    CHECK(patch.at("events").empty());
    CHECK(patch.at("customers").empty());
    CHECK(stream.nothing_within(std::chrono::milliseconds(300)));
    CHECK(stream.bytes().find("secret") == std::string::npos);
}

TEST_CASE("what stays in the house never reaches a visitor, in no answer and no frame") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    ana.must(chat, {step("claim")});
    StreamReader live(visitor, "?after=0");
    CHECK(live.next().event == "me");
    ana.must(chat, {step("add_note", "HUSH"), step("reply", "hello there"), step("add_note", "HUSH HUSH")});
    visitor.must(chat, {step("receive", "anybody?")});
    ana.must(chat, {step("no_reply_needed"), step("add_note", "HUSH again")});
    ana.must(chat, {step("reply", "last")});

    std::string heard = live.bytes();
    while (heard.find("last") == std::string::npos) {
        live.next();
        heard = live.bytes();
    }
    StreamReader late(visitor, "?after=0");
    late.next();
    late.next();
    heard += late.bytes();
    for (const char* path : {"/api/v1/me", "/api/v1/conversations"}) heard += visitor.get(path).text;
    heard += visitor.get("/api/v1/conversations/" + chat).text;
    heard += visitor.post("/api/v1/commands", visitor.envelope(Json::array())).text;
    CHECK(heard.find("hello there") != std::string::npos);
    for (const char* secret : {"HUSH", "note_added", "not_needed", "no_reply_needed", "@shop.test"}) {
        CAPTURE(secret);
        CHECK(heard.find(secret) == std::string::npos);
    }
    CHECK(ana.get("/api/v1/conversations/" + chat).text.find("HUSH again") != std::string::npos);
}

TEST_CASE("a visitor's list is as if what they may not see had never happened") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    const Json before = visitor.get("/api/v1/conversations").json().at("rows");
    ana.must(chat, {step("add_note", "HUSH")});
    CHECK(visitor.get("/api/v1/conversations").json().at("rows") == before);
    CHECK(visitor.get("/api/v1/conversations/" + chat).json().at("row") == before.at(0));
}

TEST_CASE("a visitor is told the names of the site's agents, and nothing else about them") {
    World world;
    const Json me = world.visitor().me();
    CHECK(me.at("email").is_null());
    CHECK(me.at("sites") == Json::array({{{"id", "shop"}, {"name", "Shop"}}}));
    REQUIRE(me.at("colleagues").size() == 3);
    for (const Json& colleague : me.at("colleagues")) {
        CHECK(colleague.at("actor").at("sites").empty());
        CHECK(colleague.at("actor").at("available").empty());
        CHECK(colleague.size() == 2);
    }
}

TEST_CASE("agents of another site see nothing of this one") {
    World world;
    Person visitor = world.visitor();
    Person sam = world.sam();
    const std::string chat = visitor.starts_chat("my secret");
    StreamReader stream(sam, "?after=0");
    CHECK(stream.next().event == "me");
    visitor.must(chat, {step("receive", "another secret")});
    for (const char* view : {"open", "unassigned", "mine", "closed"})
        CHECK(sam.get(std::string("/api/v1/inbox?view=") + view).json().at("rows").empty());
    CHECK(sam.get("/api/v1/conversations/" + chat).status == 404);
    CHECK(sam.send(chat, {step("claim")}).at("code") == "unknown_conversation");
    CHECK(sam.me().at("colleagues").size() == 1);
    CHECK(stream.nothing_within(std::chrono::milliseconds(300)));
    CHECK(stream.bytes().find("secret") == std::string::npos);
}

TEST_CASE("the list of own conversations is for customers, and holds the latest twenty") {
    World world;
    Person visitor = world.visitor();
    CHECK(world.ana().get("/api/v1/conversations").status == 403);
    std::string last;
    for (int i = 0; i < 21; ++i) last = visitor.starts_chat("hello");
    visitor.must(last, {step("receive", "newest")});
    const Json rows = visitor.get("/api/v1/conversations").json().at("rows");
    CHECK(rows.size() == 20);
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [](const Json& a, const Json& b) { return a.at("activity_at") > b.at("activity_at"); }));
}

}  // namespace wrapup::server::test
