#include "server/local_days.hpp"

#include "server/json.hpp"
#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

std::string day_at(const std::string& clock, const std::string& day, Milliseconds into) {
    return text_of(LocalClock::from(clock, "tz").day_of(Time(day_from(day, "day")) + into));
}

}  // namespace

TEST_CASE("a day is one that there is, written in one way only") {
    CHECK(text_of(day_from("2024-02-29", "from")) == "2024-02-29");
    for (const char* text : {"", "2023-02-29", "2024-2-29", "24-02-29", "2024-13-01", "2024-00-10", "2024-01-32",
                             "2024/01/01", "2024-01-01 ", "-024-01-01", "2024-01-+1"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(day_from(text, "from"), Malformed);
    }
}

TEST_CASE("a day begins at midnight where it is asked about") {
    CHECK(day_at("0", "2026-01-10", 24h - 1ms) == "2026-01-10");
    CHECK(day_at("60", "2026-01-10", 23h - 1ms) == "2026-01-10");
    CHECK(day_at("60", "2026-01-10", 23h) == "2026-01-11");
    CHECK(day_at("-300", "2026-01-10", 5h - 1ms) == "2026-01-09");
    CHECK(day_at("-300", "2026-01-10", 5h) == "2026-01-10");
}

TEST_CASE("a day begins at midnight also after the clocks were put forward") {
    // Oslo, 29 March 2026, at one o'clock UTC.
    const std::string oslo = "60,1774746000000:120";
    CHECK(day_at(oslo, "2026-03-28", 23h - 1ms) == "2026-03-28");
    CHECK(day_at(oslo, "2026-03-28", 23h) == "2026-03-29");
    CHECK(day_at(oslo, "2026-03-29", 22h - 1ms) == "2026-03-29");
    CHECK(day_at(oslo, "2026-03-29", 22h) == "2026-03-30");
}

TEST_CASE("clocks are not believed to go as none on Earth does") {
    for (const char* text :
         {"", "x", "841", "-841", "60,1:", "60,:60", "60,5:60,5:120", "60,5:60,4:120", "60;5", "6 0", "60,5:60,6:x"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(LocalClock::from(text, "tz"), Malformed);
    }
    std::string many = "0";
    for (int i = 1; i <= 17; ++i) many += ',' + std::to_string(i) + ":0";
    CHECK_THROWS_AS(LocalClock::from(many, "tz"), Malformed);
}

}  // namespace wrapup::server::test
