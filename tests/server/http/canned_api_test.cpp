#include "server/canned_variables.hpp"
#include "server/store/canned_replies.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* path = "/api/v1/canned-replies";

Json reply(const std::string& shortcut, const Json& site = nullptr) {
    return {{"site", site}, {"shortcut", shortcut}, {"title", "Late"}, {"text", "Sorry, {customer.name}."}};
}

std::vector<std::string> shortcuts_for(Person&& person) {
    std::vector<std::string> shortcuts;
    const Json body = person.get(path).json();
    for (const Json& one : body.at("canned_replies")) shortcuts.push_back(one.at("shortcut"));
    return shortcuts;
}

std::string field_refused(Person& person, Json form, const char* field, const Json& value) {
    form[field] = value;
    const Response response = person.post(path, form);
    CHECK(response.status == 400);
    return response.json().value("field", "");
}

}  // namespace

TEST_CASE("a supervisor adds, changes and removes canned replies, and agents read them") {
    World world;
    Person mia = world.mia();
    const Response added = mia.post(path, reply("late"));
    REQUIRE(added.status == 201);
    CHECK(added.json().at("updated_by") == "mia");
    const std::string one = std::string(path) + '/' + added.json().at("id").get<std::string>();
    CHECK(shortcuts_for(world.ana()) == std::vector<std::string>{"late"});

    Json changed = reply("too-late");
    changed["text"] = "{agent.name} of {site.name}: {not a variable} {}";
    CHECK(mia.post(one, changed).status == 200);
    CHECK(world.ana().get(path).json().at("canned_replies").at(0).at("text") == changed.at("text"));
    CHECK(mia.post(one + "/remove", Json::object()).status == 204);
    CHECK(shortcuts_for(world.ana()).empty());
    CHECK(mia.post(one + "/remove", Json::object()).status == 404);
    CHECK(mia.post(one, reply("late")).status == 404);
}

TEST_CASE("agents do not write canned replies, and others do not even read them") {
    World world;
    Person ana = world.ana();
    Person visitor = world.visitor();
    for (const char* where : {path, "/api/v1/canned-replies/x", "/api/v1/canned-replies/x/remove"}) {
        CAPTURE(where);
        CHECK(ana.post(where, reply("late")).status == 403);
        CHECK(visitor.post(where, reply("late")).status == 403);
        CHECK(world.nobody().post(where, reply("late")).status == 401);
    }
    CHECK(visitor.get(path).status == 403);
    CHECK(world.nobody().get(path).status == 401);
    Person tricked(world.port(), {{"Cookie", world.mia().headers().find("Cookie")->second}});
    CHECK(tricked.post(path, reply("late")).status == 403);
}

TEST_CASE("a canned reply of another site is not there, and none is made for it") {
    World world;
    {
        Writing writing(world.service().database);
        CannedReplies(*writing).put({{"theirs"}, SiteId{"elsewhere"}, "late", "Late", "Sorry.", {}, {"sam"}});
        writing.commit();
    }
    Person mia = world.mia();
    CHECK(shortcuts_for(world.sam()) == std::vector<std::string>{"late"});
    CHECK(shortcuts_for(world.mia()).empty());
    CHECK(mia.post("/api/v1/canned-replies/theirs", reply("late")).status == 404);
    CHECK(mia.post("/api/v1/canned-replies/theirs/remove", Json::object()).status == 404);
    CHECK(mia.post(path, reply("late", "elsewhere")).status == 404);
    CHECK(mia.post(path, reply("late", "shop")).status == 201);
    CHECK(mia.post(path, reply("late", "shop")).status == 409);
    CHECK(mia.post(path, reply("late")).status == 201);
}

TEST_CASE("what a canned reply cannot be is refused by the name of its field") {
    World world;
    Person mia = world.mia();
    for (const char* shortcut : {"", "Late", "two words", "/late", "a2345678901234567890123456789012x"})
        CHECK(field_refused(mia, reply("late"), "shortcut", shortcut) == "shortcut");
    CHECK(field_refused(mia, reply("late"), "title", " ") == "title");
    CHECK(field_refused(mia, reply("late"), "title", "a\nb") == "title");
    CHECK(field_refused(mia, reply("late"), "title", std::string(201, 'x')) == "title");
    CHECK(field_refused(mia, reply("late"), "text", "") == "text");
    CHECK(field_refused(mia, reply("late"), "text", std::string(20'001, 'x')) == "text");
    CHECK(field_refused(mia, reply("late"), "text", "Dear {name}") == "text");
    CHECK(field_refused(mia, reply("late"), "colour", "red") == "colour");
    CHECK(unknown_variable("{customer.name} { } {a b} {Customer.name}") == "{Customer.name}");
    CHECK_FALSE(unknown_variable("{agent.name} and {site.name}, an open { and }").has_value());
}

TEST_CASE("there are only so many canned replies") {
    World world;
    {
        Writing writing(world.service().database);
        for (std::size_t i = 0; i < CannedReplies::replies_max; ++i)
            CannedReplies(*writing).put({{random_id()}, {}, "r" + std::to_string(i), "R", "r", {}, {}});
        writing.commit();
    }
    CHECK(world.mia().post(path, reply("late")).status == 409);
}

}  // namespace wrapup::server::test
