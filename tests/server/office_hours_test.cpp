#include "server/office_hours.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// A moment of UTC.
Time utc(int year, unsigned month, unsigned day, int hour, int minute = 0) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return Time{std::chrono::sys_days(date)} + hours{hour} + minutes{minute};
}

Span span(int from_minutes, int to_minutes) { return {minutes{from_minutes}, minutes{to_minutes}}; }
constexpr int hour = 60;

OfficeHours every_day(const std::string& zone, const std::vector<Span>& spans) {
    OfficeHours office{zone, std::vector(OfficeHours::days, spans)};
    arrange(office, "hours");
    return office;
}

OfficeHours on_weekdays(const std::string& zone, const std::vector<Span>& spans) {
    OfficeHours office = every_day(zone, spans);
    office.week[5].clear();
    office.week[6].clear();
    return office;
}

constexpr OpenState open_until(Time time) { return {true, time}; }
constexpr OpenState closed_until(Time time) { return {false, time}; }

// The field that is wrong with it, and why.
std::pair<std::string, std::string> fault_of(const Json& json) {
    try {
        auto office = decode<OfficeHours>(json, "hours");
        arrange(office, "hours");
        return {};
    } catch (const Malformed& malformed) {
        return {malformed.field, malformed.what()};
    }
}

Json week_of(const std::vector<Json>& monday) {
    Json week(7, Json::array());
    week[0] = monday;
    return {{"time_zone", "Europe/Berlin"}, {"week", week}};
}
Json between(const char* from, const char* to) { return {{"from", from}, {"to", to}}; }

}  // namespace

TEST_CASE("an office is open from the first minute of a span until just before its last") {
    const OfficeHours office = on_weekdays("Europe/Berlin", {span(9 * hour, 17 * hour)});
    const Time opens = utc(2026, 1, 9, 8), closes = utc(2026, 1, 9, 16);  // A Friday, in winter.
    CHECK(open_state_at(office, opens - Milliseconds{1}) == closed_until(opens));
    CHECK(open_state_at(office, opens) == open_until(closes));
    CHECK(open_state_at(office, closes - Milliseconds{1}) == open_until(closes));
    CHECK(open_state_at(office, closes) == closed_until(utc(2026, 1, 12, 8)));
}

TEST_CASE("which day it is, the wall of the office says") {
    // When Sunday begins in Kolkata, it is Saturday evening in UTC.
    OfficeHours office = every_day("Asia/Kolkata", {});
    office.week[6] = {span(0, 2 * hour)};
    CHECK(open_state_at(office, utc(2026, 1, 10, 18, 29)) == closed_until(utc(2026, 1, 10, 18, 30)));
    CHECK(open_state_at(office, utc(2026, 1, 10, 18, 30)) == open_until(utc(2026, 1, 10, 20, 30)));
    // There are no leaps in Kolkata: half a year later it is as late.
    CHECK(open_state_at(office, utc(2026, 7, 11, 18, 30)) == open_until(utc(2026, 7, 11, 20, 30)));
}

TEST_CASE("the wall clock stays as it is when the clocks are put forward or back") {
    struct Case {
        const char* zone;
        Time before, after;  // When nine o'clock is on the days around the leap.
    };
    const std::vector<Case> cases{
        {"Europe/Berlin", utc(2026, 3, 28, 8), utc(2026, 3, 29, 7)},
        {"Europe/Berlin", utc(2026, 10, 24, 7), utc(2026, 10, 25, 8)},
        {"America/New_York", utc(2026, 3, 7, 14), utc(2026, 3, 8, 13)},
        {"America/New_York", utc(2026, 10, 31, 13), utc(2026, 11, 1, 14)},
        {"Australia/Lord_Howe", utc(2026, 4, 3, 22), utc(2026, 4, 4, 22, 30)},
        {"Australia/Lord_Howe", utc(2026, 10, 2, 22, 30), utc(2026, 10, 3, 22)},
    };
    for (const auto& [zone, before, after] : cases) {
        INFO(zone << ' ' << before.time_since_epoch().count());
        const OfficeHours office = every_day(zone, {span(9 * hour, 10 * hour)});
        CHECK(open_state_at(office, before) == open_until(before + hours{1}));
        CHECK(open_state_at(office, before + hours{1}) == closed_until(after));
        CHECK(open_state_at(office, after) == open_until(after + hours{1}));
    }
}

TEST_CASE("a night in which an hour comes twice is an hour longer, and the office opens and closes once") {
    // In Berlin the clocks go from 3:00 back to 2:00, at 1:00 in UTC.
    const OfficeHours office = every_day("Europe/Berlin", {span(2 * hour + 30, 2 * hour + 45)});
    const Time opens = utc(2026, 10, 25, 0, 30), closes = utc(2026, 10, 25, 1, 45);
    CHECK(open_state_at(office, opens - minutes{1}) == closed_until(opens));
    for (Time at = opens; at < closes; at += minutes{1}) CHECK(open_state_at(office, at) == open_until(closes));
    CHECK(open_state_at(office, closes) == closed_until(utc(2026, 10, 26, 1, 30)));
}

TEST_CASE("an hour that the clocks leap over is not worked, and no day is lost with it") {
    // In Berlin the clocks go from 2:00 to 3:00, at 1:00 in UTC.
    const Time leap = utc(2026, 3, 29, 1);
    CHECK(open_state_at(every_day("Europe/Berlin", {span(2 * hour, 2 * hour + 30)}), leap) ==
          closed_until(utc(2026, 3, 30, 0)));
    CHECK(open_state_at(every_day("Europe/Berlin", {span(2 * hour + 30, 4 * hour)}), leap) ==
          open_until(utc(2026, 3, 29, 2)));
    CHECK(open_state_at(every_day("Europe/Berlin", {span(hour, 2 * hour + 30)}), utc(2026, 3, 29, 0)) ==
          open_until(leap));
    OfficeHours only_then = every_day("Europe/Berlin", {});
    only_then.week[6] = {span(2 * hour, 3 * hour)};
    CHECK(open_state_at(only_then, utc(2026, 3, 28, 12)) == closed_until(utc(2026, 4, 5, 0)));
}

TEST_CASE("spans that touch are one, also over midnight and over the end of the week") {
    const OfficeHours office =
        every_day("America/New_York", {span(0, 2 * hour), span(18 * hour, 20 * hour), span(20 * hour, 24 * hour)});
    const Time opens = utc(2026, 7, 5, 22), closes = utc(2026, 7, 6, 6);  // From Sunday to Monday.
    CHECK(open_state_at(office, opens) == open_until(closes));
    CHECK(open_state_at(office, utc(2026, 7, 6, 4)) == open_until(closes));
    CHECK(open_state_at(office, closes - Milliseconds{1}) == open_until(closes));
    CHECK(open_state_at(office, closes) == closed_until(utc(2026, 7, 6, 22)));
}

TEST_CASE("an office that never closes or never opens stays so, whatever the clocks do") {
    for (const char* zone : {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
                             "America/Havana", "Asia/Beirut", "UTC"}) {
        INFO(zone);
        const OfficeHours always = every_day(zone, {span(0, 24 * hour)}), never = every_day(zone, {});
        for (Time at = utc(2026, 1, 1, 0); at < utc(2027, 1, 1, 0); at += hours{7}) {
            REQUIRE(open_state_at(always, at) == OpenState{true, std::nullopt});
            REQUIRE(open_state_at(never, at) == OpenState{false, std::nullopt});
        }
    }
}

// Over a year, with spans at every leap: what is foretold is what comes.
TEST_CASE("the next change is when it changes, and not before") {
    for (const char* zone : {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"}) {
        INFO(zone);
        const OfficeHours office = on_weekdays(
            zone, {span(hour + 15, 2 * hour + 15), span(2 * hour + 45, 12 * hour), span(22 * hour, 24 * hour)});
        OpenState before = open_state_at(office, utc(2026, 1, 1, 0));
        for (Time at = utc(2026, 1, 1, 0); at < utc(2027, 1, 1, 0); at += minutes{15}) {
            const OpenState now = open_state_at(office, at);
            INFO(at.time_since_epoch().count());
            REQUIRE(now.changes_at > at);
            if (at < before.changes_at)
                REQUIRE(now == before);
            else
                REQUIRE(now.open != before.open);
            before = now;
        }
    }
}

TEST_CASE("spans are put in order") {
    const OfficeHours office = every_day("UTC", {span(13 * hour, 17 * hour), span(9 * hour, 12 * hour)});
    CHECK(office.week[3] == std::vector{span(9 * hour, 12 * hour), span(13 * hour, 17 * hour)});
}

TEST_CASE("hours that cannot be are refused by the name of the field that is wrong") {
    using Fault = std::pair<std::string, std::string>;
    const std::string reversed = "expected an end after the start", no_time = "expected a time like 09:30";
    CHECK(fault_of(week_of({between("09:00", "12:00"), between("12:00", "24:00")})) == Fault{});
    CHECK(fault_of(week_of({between("17:00", "09:00")})) == Fault{"hours.week[0][0]", reversed});
    CHECK(fault_of(week_of({between("09:00", "09:00")})) == Fault{"hours.week[0][0]", reversed});
    CHECK(fault_of(week_of({between("09:00", "12:00"), between("11:59", "13:00")})) ==
          Fault{"hours.week[0][1]", "it lies over another"});
    CHECK(fault_of(week_of({between("10:00", "11:00"), between("09:00", "12:00")})).first == "hours.week[0][1]");
    for (const char* text : {"", "9:00", "09:60", "24:01", "25:00", "0900 ", "09.00", "-1:00", "09:0a"}) {
        INFO(text);
        CHECK(fault_of(week_of({between("00:00", text)})) == Fault{"hours.week[0][0].to", no_time});
    }
    CHECK(fault_of(week_of(std::vector(9, between("09:00", "12:00")))) == Fault{"hours.week[0]", "too many"});
    Json six = week_of({});
    six["week"].erase(0);
    CHECK(fault_of(six) == Fault{"hours.week", "expected seven days"});
    for (const char* zone : {"", "Mars/Olympus_Mons", "../../../etc/passwd", "europe/berlin"}) {
        INFO(zone);
        Json office = week_of({});
        office["time_zone"] = zone;
        CHECK(fault_of(office) == Fault{"hours.time_zone", "expected a time zone like Europe/Berlin"});
    }
}

TEST_CASE("times are written as they were read") {
    for (const char* text : {"00:00", "09:05", "23:59", "24:00"}) CHECK(encode(decode<WallClock>(Json(text))) == text);
}

TEST_CASE("the time zones that are offered are places, and are all taken") {
    const std::vector<std::string> zones = time_zones();
    CHECK(std::find(zones.begin(), zones.end(), "Asia/Kolkata") != zones.end());
    CHECK(std::find(zones.begin(), zones.end(), "UTC") != zones.end());
    for (const std::string& zone : zones) {
        INFO(zone);
        CHECK_NOTHROW(every_day(zone, {}));
        CHECK(zone.find("Etc/") == std::string::npos);
    }
}

}  // namespace wrapup::server::test
