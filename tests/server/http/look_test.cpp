#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* path = "/api/v1/sites/shop/look";

Json plain_look() {
    return {{"colour", nullptr}, {"position", "right"}, {"greeting", ""}, {"theme", "auto"}, {"language", "auto"}};
}

constexpr const char* plain_script =
    "var WrapupLook={\"name\":\"Shop\",\"origins\":[\"https://shop.test\"],\"site\":\"shop\"};\nload();";

std::string script(World& world) { return world.nobody().get("/widget.js?site=shop").text; }

}  // namespace

TEST_CASE("the widget looks as it comes until an admin of its site says otherwise") {
    World world;
    Person ida = hire_ida(world);
    CHECK(ida.get(path).json() == plain_look());
    CHECK(script(world) == plain_script);
    const Json look{{"colour", "#0a7d5c"},
                    {"position", "left"},
                    {"greeting", "Grüß Gott </script>"},
                    {"theme", "dark"},
                    {"language", "de"}};
    CHECK(ida.post(path, look).json() == look);
    CHECK(ida.get(path).json() == look);
    CHECK(script(world) ==
          "var WrapupLook={\"colour\":\"#0a7d5c\",\"greeting\":\"Gr\\u00fc\\u00df Gott </script>\",\"language\":\"de\","
          "\"name\":\"Shop\",\"origins\":[\"https://"
          "shop.test\"],\"position\":\"left\",\"site\":\"shop\",\"theme\":\"dark\"};\nload();");
    CHECK(deeds_for(ida).front() == "look_changed");
    CHECK(ida.get("/api/v1/audit").json().at("entries").at(0).at("detail") == Json{{"site", "Shop"}});
    CHECK(ida.post(path, plain_look()).status == 200);
    CHECK(script(world) == plain_script);
}

TEST_CASE("a look is refused by the name of the field that is wrong") {
    World world;
    Person ida = hire_ida(world);
    std::string long_greeting;
    for (int n = 0; n < 200; ++n) long_greeting += "ß";
    struct Row {
        const char* field;
        Json value;
    };
    for (const Row& row :
         {Row{"colour", "red"}, Row{"colour", "#fff"}, Row{"colour", "#0A7D5C"}, Row{"colour", "#0a7d5c;"},
          Row{"colour", "#0a7d5"}, Row{"colour", "0a7d5cc"}, Row{"colour", ""}, Row{"colour", 7},
          Row{"position", "middle"}, Row{"theme", "blue"}, Row{"language", "fr"}, Row{"greeting", "a\nb"},
          Row{"greeting", "  "}, Row{"greeting", long_greeting + "!"}}) {
        CAPTURE(row.field, row.value.dump());
        Json look = plain_look();
        look[row.field] = row.value;
        const Response refused = ida.post(path, look);
        CHECK(refused.status == 400);
        CHECK(refused.json().at("field") == row.field);
    }
    CHECK(ida.get(path).json() == plain_look());
    Json look = plain_look();
    look["greeting"] = long_greeting;
    CHECK(ida.post(path, look).status == 200);
}

TEST_CASE("the look of a site is for its own admins") {
    World world;
    Person ida = hire_ida(world);
    Person mia = world.mia();
    CHECK(ida.get("/api/v1/sites/elsewhere/look").status == 404);
    CHECK(ida.post("/api/v1/sites/elsewhere/look", plain_look()).status == 404);
    CHECK(mia.get(path).status == 403);
    CHECK(mia.post(path, plain_look()).status == 403);
    CHECK(world.visitor().get(path).status == 403);
    CHECK(world.nobody().post(path, plain_look()).status == 401);
}

}  // namespace wrapup::server::test
