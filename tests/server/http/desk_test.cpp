// What a site offers its visitors: as its admins choose it, and as the widget hears of it.
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* path = "/api/v1/sites/shop/desk";

Json plain_desk() {
    return {{"hours", nullptr}, {"reply_time", ""}, {"form", Json::array()}, {"away_form", true}, {"rating", true}};
}

Json field(const char* label, const char* kind, const Json& options = Json::array()) {
    return {{"label", label}, {"kind", kind}, {"required", true}, {"options", options}};
}

Json widget(World& world) {
    const Response response = world.nobody().get("/api/v1/widget?site=shop");
    REQUIRE(response.status == 200);
    return response.json();
}

// Of every day, in UTC.
Json hours_of(const Json& spans) { return {{"time_zone", "UTC"}, {"week", std::vector<Json>(7, spans)}}; }
Json span(const char* from, const char* to) { return {{"from", from}, {"to", to}}; }

}  // namespace

TEST_CASE("a site offers what Wrapup comes with until an admin of its own says otherwise") {
    World world;
    Person ida = hire_ida(world);
    CHECK(ida.get(path).json() == plain_desk());
    const Json desk{{"hours", hours_of(Json::array({span("13:00", "24:00"), span("00:00", "12:00")}))},
                    {"reply_time", "hours"},
                    {"form", {field("Your name", "name"), field("Topic", "choice", {"Beans", "Cups"})}},
                    {"away_form", false},
                    {"rating", false}};
    const Json stored = ida.post(path, desk).json();
    CHECK(stored.at("hours").at("week").at(6) == Json::array({span("00:00", "12:00"), span("13:00", "24:00")}));
    CHECK(stored.at("form") == desk.at("form"));
    CHECK(ida.get(path).json() == stored);
    CHECK(deeds_for(ida).front() == "desk_changed");

    const Json told = widget(world);
    for (const char* same : {"reply_time", "form", "away_form", "rating"}) CHECK(told.at(same) == desk.at(same));
    CHECK(told.contains("hours") == false);
}

TEST_CASE("a desk is refused by the name of the field that is wrong") {
    World world;
    Person ida = hire_ida(world);
    struct Row {
        const char* member;
        Json value;
        const char* field;
        const char* why;
    };
    const std::vector<Row> rows{
        {"hours", hours_of(Json::array({span("17:00", "09:00")})), "hours.week[0][0]",
         "expected an end after the start"},
        {"reply_time", "soon", "reply_time", "unknown name"},
        {"form", Json::array({field("", "text")}), "form[0].label", "empty"},
        {"form", Json::array({field("Two\nlines", "text")}), "form[0].label", "expected a single line"},
        {"form", Json::array({field(std::string(65, 'x').c_str(), "text")}), "form[0].label", "too long"},
        {"form", Json::array({field("A", "text"), field("A", "email")}), "form[1]", "twice"},
        {"form", Json::array({field("A", "email"), field("B", "email")}), "form[1]", "twice"},
        {"form", Json::array({field("A", "choice", Json::array({"one"}))}), "form[0].options", "expected at least two"},
        {"form", Json::array({field("A", "choice", Json::array({"x", "x"}))}), "form[0].options", "twice"},
        {"form", Json::array({field("A", "text", Json::array({"x"}))}), "form[0].options", "only a choice has options"},
        {"form", Json(9, field("A", "text")), "form", "too many"},
    };
    for (const Row& row : rows) {
        INFO(row.field << ' ' << row.why);
        Json desk = plain_desk();
        desk[row.member] = row.value;
        const Response refused = ida.post(path, desk);
        CHECK(refused.status == 400);
        CHECK(refused.json().at("field") == row.field);
        CHECK(refused.json().at("detail") == row.why);
    }
    CHECK(ida.get(path).json() == plain_desk());
}

TEST_CASE("what a site offers is for its own admins to change") {
    World world;
    Person ida = hire_ida(world);
    CHECK(ida.get("/api/v1/sites/elsewhere/desk").status == 404);
    CHECK(ida.post("/api/v1/sites/elsewhere/desk", plain_desk()).status == 404);
    CHECK(ida.get("/api/v1/sites/elsewhere/logo").status == 404);
    CHECK(ida.post("/api/v1/sites/elsewhere/logo/remove", Json::object()).status == 404);
    Person mia = world.mia();
    CHECK(mia.get(path).status == 403);
    CHECK(mia.post(path, plain_desk()).status == 403);
    CHECK(world.nobody().post(path, plain_desk()).status == 401);
    CHECK(ida.get("/api/v1/time-zones").json().at("time_zones").size() > 300);
}

TEST_CASE("the widget hears what concerns a visitor, and keeps none of it") {
    World world;
    const Response told = world.nobody().get("/api/v1/widget?site=shop");
    CHECK(told.header("Cache-Control") == "no-store");
    CHECK(told.header("Cross-Origin-Resource-Policy") == "same-origin");
    const Json body = told.json();
    CHECK(body.at("site") == "shop");
    CHECK(body.at("name") == "Shop");
    CHECK(body.at("now").get<std::int64_t>() > 0);
    CHECK(body.at("look").at("position") == "right");
    CHECK(body.at("logo").is_null());
    CHECK(body.at("identity") == "off");
    CHECK(body.at("open") == true);
    CHECK(body.at("changes_at").is_null());
    CHECK(body.at("mail") == false);
    CHECK(body.at("file_bytes_max") == 10'485'760);
    CHECK(body.size() == 16);
    CHECK(world.nobody().get("/api/v1/widget?site=mars").status == 404);
    CHECK(world.nobody().get("/api/v1/widget").status == 404);
}

TEST_CASE("somebody is present while an agent of the site is here and takes messages, within office hours") {
    World world;
    Person ida = hire_ida(world);
    Person ana = world.ana();
    Person sam = world.sam();
    const Json nobody = Json::array(), only_ana = Json::array({{{"name", "ana"}}});
    StreamReader elsewhere(sam, "?after=0");
    CHECK(elsewhere.next().event == "me");
    CHECK(widget(world).at("present") == false);

    StreamReader stream(ana, "?after=0");
    CHECK(stream.next().event == "me");
    CHECK(widget(world).at("present") == true);
    CHECK(widget(world).at("agents") == only_ana);

    CHECK(ana.put("/api/v1/me/availability", {{"voice", true}, {"messaging", false}, {"mail", true}}).status == 204);
    CHECK(widget(world).at("present") == false);
    CHECK(widget(world).at("agents") == nobody);
    CHECK(ana.put("/api/v1/me/availability", {{"voice", false}, {"messaging", true}, {"mail", false}}).status == 204);
    CHECK(widget(world).at("present") == true);

    Json desk = plain_desk();
    desk["hours"] = hours_of(Json::array());
    CHECK(ida.post(path, desk).status == 200);
    const Json closed = widget(world);
    CHECK((closed.at("open") == false && closed.at("present") == false && closed.at("agents") == nobody));
    desk["hours"] = hours_of(Json::array({span("00:00", "23:59"), span("23:59", "24:00")}));
    CHECK(ida.post(path, desk).status == 200);
    CHECK(widget(world).at("present") == true);
}

}  // namespace wrapup::server::test
