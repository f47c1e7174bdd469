#include "server/local_days.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

const std::string around_now = [] {
    const Day today = std::chrono::floor<std::chrono::days>(now());
    return "from=" + text_of(today - std::chrono::days{1}) + "&to=" + text_of(today + std::chrono::days{1});
}();

}  // namespace

TEST_CASE("a report is for supervisors, and of their own sites") {
    World world;
    world.visitor().starts_chat("hello");
    world.visitor("elsewhere").starts_chat("hello", "elsewhere");
    const std::string path = "/api/v1/reports?" + around_now;
    for (const std::string& one : {path, "/api/v1/reports.csv?" + around_now}) {
        CAPTURE(one);
        CHECK(world.nobody().get(one).status == 401);
        CHECK(world.visitor().get(one).status == 403);
        CHECK(world.ana().get(one).status == 403);
        CHECK(world.mia().get(one).status == 200);
        CHECK(world.mia().get(one + "&site=shop").status == 200);
        CHECK(world.mia().get(one + "&site=elsewhere").status == 404);
        CHECK(world.mia().get(one + "&site=nowhere").status == 404);
    }
    const Json report = world.mia().get(path).json().at("report");
    CHECK(report.at("total").at("started") == 1);
    CHECK(report.at("total").at("first_reply").is_null());
    CHECK(report.at("days").size() == 3);
    CHECK(report.at("channels").at(0).at("key") == "chat");
    CHECK(report.at("agents").at(0).at("key") == "");
}

TEST_CASE("a report of other days than there are is refused by the name of the field") {
    World world;
    Person mia = world.mia();
    struct Row {
        const char* query;
        const char* field;
    };
    for (const Row& row :
         {Row{"", "from"}, Row{"from=2026-01-01", "to"}, Row{"from=yesterday&to=2026-01-01", "from"},
          Row{"from=2026-01-02&to=2026-01-01", "to"}, Row{"from=2025-01-01&to=2026-01-02", "to"},
          Row{"from=2026-01-01&to=2026-01-02&tz=CET", "tz"}, Row{"from=2026-01-01&to=2026-01-02&tz=60,5", "tz"}}) {
        CAPTURE(row.query);
        const Response refused = mia.get(std::string("/api/v1/reports?") + row.query);
        CHECK(refused.status == 400);
        CHECK(refused.json().at("field") == row.field);
    }
    CHECK(mia.get("/api/v1/reports?from=2025-01-01&to=2026-01-01&tz=60,1774746000000:120").status == 200);
}

TEST_CASE("a report is taken away as a file that is named after its days") {
    World world;
    const Response file = world.mia().get("/api/v1/reports.csv?from=2026-01-01&to=2026-01-31");
    CHECK(file.header("Content-Type") == "text/csv; charset=utf-8; header=present");
    CHECK(file.header("Content-Disposition") == "attachment; filename=\"wrapup-report-2026-01-01-to-2026-01-31.csv\"");
    CHECK(file.header("Cache-Control") == "no-store");
    CHECK(file.text.starts_with("By,Key,Name,Conversations started,"));
    CHECK(std::count(file.text.begin(), file.text.end(), '\n') == 2 + 31);
}

}  // namespace wrapup::server::test
