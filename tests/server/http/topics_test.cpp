#include "server/local_days.hpp"
#include "server/store/topic_names.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* topics = "/api/v1/topics";

Json named(const std::string& name) { return {{"name", name}}; }

Json ids(Person& person) { return person.get("/api/v1/policy").json().at("policy").at("topics"); }

void archive_all(Person& person) {
    Json stored = person.get("/api/v1/policy").json();
    stored["policy"]["topics"] = Json::array();
    stored["policy"]["required_topics"] = Json::array();
    stored.erase("from");
    REQUIRE(person.post("/api/v1/policy", stored).status == 200);
}

Response rename(Person& person, const std::string& topic, const std::string& name) {
    return person.post(std::string(topics) + '/' + topic, named(name));
}

}  // namespace

TEST_CASE("a topic is added by its name, and its id is made of that, in any script") {
    World world;
    Person ida = hire_ida(world);
    const Response added = ida.post(topics, named("  Brewing Advice "));
    REQUIRE(added.status == 201);
    CHECK(added.json().at("version") == 1);
    CHECK(added.json().at("policy").at("topics") == Json{"brewing_advice"});
    CHECK(ida.post(topics, named("استرداد المال")).status == 201);
    CHECK(ids(ida) == Json{"brewing_advice", "استرداد_المال"});
    CHECK(ida.me().at("topic_names").at(0) == Json{{"id", "brewing_advice"}, {"name", "Brewing Advice"}});
    CHECK(world.visitor().me().at("topic_names").empty());
    CHECK(ida.me().at("policy").at("topics").size() == 2);

    const std::string chat = world.visitor().starts_chat("Hello");
    world.ana().must(chat, {{{"type", "set_topics"}, {"topics", {"استرداد_المال"}}}});
    CHECK(ida.get("/api/v1/inbox?view=open&topic=%D8%A7%D8%B3%D8%AA%D8%B1%D8%AF%D8%A7%D8%AF_"
                  "%D8%A7%D9%84%D9%85%D8%A7%D9%84")
              .json()
              .at("rows")
              .size() == 1);
    CHECK(rename(ida, "%D8%A7%D8%B3%D8%AA%D8%B1%D8%AF%D8%A7%D8%AF_%D8%A7%D9%84%D9%85%D8%A7%D9%84", "Refund").status ==
          204);
    CHECK(ida.me().at("topic_names").at(1) == Json{{"id", "استرداد_المال"}, {"name", "Refund"}});
}

TEST_CASE("a topic is renamed for everybody at once, and keeps its id") {
    World world;
    Person ida = hire_ida(world);
    REQUIRE(ida.post(topics, named("Refund")).status == 201);
    Person ana = world.ana();
    const std::string chat = world.visitor().starts_chat("Hello");
    ana.must(chat, {{{"type", "set_topics"}, {"topics", {"refund"}}}});
    StreamReader stream(ana, "");
    is_told(stream, "");
    CHECK(rename(ida, "refund", "Money back").status == 204);
    is_told(stream, "Money back");
    CHECK(ids(ida) == Json{"refund"});
    CHECK(deeds_for(ida).front() == "topic_renamed");
    CHECK(ida.get("/api/v1/audit").json().at("entries").at(0).at("detail") ==
          Json{{"topic", "Refund"}, {"name", "Money back"}});
    const Day today = std::chrono::floor<std::chrono::days>(now());
    const std::string around = "?from=" + text_of(today - std::chrono::days{1}) + "&to=" + text_of(today);
    CHECK(ida.get("/api/v1/reports.csv" + around).text.find("topic,refund,Money back,1") != std::string::npos);
}

TEST_CASE("the name of a topic is a line of its own") {
    World world;
    Person ida = hire_ida(world);
    REQUIRE(ida.post(topics, named("Refund")).status == 201);
    REQUIRE(ida.post(topics, named("Delivery")).status == 201);
    for (const std::string& bad : {std::string(), std::string("  "), std::string("a\nb"), std::string(181, 'x')}) {
        CAPTURE(bad);
        CHECK(ida.post(topics, named(bad)).json().at("field") == "name");
        CHECK(rename(ida, "refund", bad).json().at("field") == "name");
    }
    CHECK(ida.post(topics, Json::object()).status == 400);
    CHECK(ida.post(topics, named("REFUND")).status == 409);
    CHECK(rename(ida, "refund", "delivery").json().at("field") == "name");
    CHECK(rename(ida, "refund", "delivery").status == 409);
    CHECK(rename(ida, "refund", "REFUND").status == 204);
    CHECK(rename(ida, "nothing", "Something").status == 404);
    CHECK(ida.me().at("topic_names").at(1).at("name") == "REFUND");
}

TEST_CASE("an archived topic comes back under its name, and nobody else gets its id") {
    World world;
    Person ida = hire_ida(world);
    REQUIRE(ida.post(topics, named("Refund")).status == 201);
    REQUIRE(rename(ida, "refund", "Money back").status == 204);
    archive_all(ida);
    CHECK(rename(ida, "refund", "Refunds").status == 404);
    CHECK(ida.post(topics, named("Refund")).json().at("policy").at("topics") == Json{"refund_2"});
    CHECK(rename(ida, "refund_2", "Money back").json().at("detail") == "An archived topic goes by that name.");
    CHECK(ida.post(topics, named("money back")).json().at("policy").at("topics") == Json{"refund_2", "refund"});
    CHECK(ida.me().at("topic_names").at(0).at("name") == "money back");
}

TEST_CASE("where a topic has to be chosen, a new one can be, and there are 200 at most") {
    World world;
    Person ida = hire_ida(world);
    REQUIRE(ida.post(topics, named("Refund")).status == 201);
    Json stored = ida.get("/api/v1/policy").json();
    stored.erase("from");
    stored["policy"]["required_topics"] = {"refund"};
    REQUIRE(ida.post("/api/v1/policy", stored).status == 200);
    CHECK(ida.post(topics, named("Delivery")).json().at("policy").at("required_topics") == Json{"refund", "delivery"});
    stored["version"] = 3;
    for (int n = 0; n < 198; ++n) stored["policy"]["topics"].push_back("t" + std::to_string(n));
    stored["policy"]["topics"].push_back("brewing_advice");
    REQUIRE(ida.post("/api/v1/policy", stored).status == 200);
    CHECK(ida.post(topics, named("One more")).status == 409);
    CHECK(rename(ida, "refund", "Brewing advice").status == 409);
}

TEST_CASE("a topic that was never given a name is called what its id reads as") {
    const Folder folder;
    Database database(folder.file("w.db"));
    Writing writing(database);
    TopicNames names(*writing);
    CHECK(names.of({"brewing_advice"}) == "Brewing advice");
    CHECK(names.of({"_one--two_"}) == "One two");
    CHECK(names.of({"iOS"}) == "IOS");
    CHECK(names.of({"__"}) == "__");
    names.put({"iOS"}, "iOS");
    CHECK(names.of({"iOS"}) == "iOS");
}

}  // namespace wrapup::server::test
