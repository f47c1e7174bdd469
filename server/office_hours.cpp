#include "server/office_hours.hpp"

#include <date/tz.h>

#include <algorithm>

#include "server/time_zone.hpp"

namespace wrapup::server {
namespace {

using std::chrono::days;

constexpr WallClock day_end = std::chrono::hours{24};

// How far ahead is looked for a change: past a week, and another one where the clocks leap over the only span of it.
constexpr days ahead_max{15};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

Time moment_of(const date::time_zone& zone, date::local_days day, WallClock clock, date::choose which) {
    return std::chrono::time_point_cast<Milliseconds>(zone.to_sys(day + clock, which));
}

const std::vector<Span>& spans_of(const OfficeHours& hours, date::local_days day) {
    const unsigned from_monday = date::weekday(day).iso_encoding() - 1;
    return hours.week[from_monday];
}

void check_span(const Span& span, const std::string& field) {
    if (span.from >= span.to) throw Malformed(field, "expected an end after the start");
}

void arrange_day(std::vector<Span>& day, const std::string& field) {
    if (day.size() > OfficeHours::spans_max) throw Malformed(field, "too many");
    for (std::size_t i = 0; i < day.size(); ++i) {
        check_span(day[i], item_of(field, i));
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            if (day[i].from < day[earlier].to && day[earlier].from < day[i].to)
                throw Malformed(item_of(field, i), "it lies over another");
    }
    std::sort(day.begin(), day.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
}

}  // namespace

Json Codec<WallClock>::to(WallClock time) {
    const auto two_digits = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two_digits(time.count() / 60) + ':' + two_digits(time.count() % 60);
}

WallClock Codec<WallClock>::from(const Json& json, const std::string& field) {
    const auto text = decode<std::string>(json, field);
    const bool has_form = text.size() == 5 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ':' &&
                          is_digit(text[3]) && is_digit(text[4]);
    const auto number_at = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    if (has_form && number_at(3) < 60) {
        const WallClock time = std::chrono::hours{number_at(0)} + std::chrono::minutes{number_at(3)};
        if (time <= day_end) return time;
    }
    throw Malformed(field, "expected a time like 09:30");
}

void arrange(OfficeHours& hours, const std::string& field) {
    if (!find_zone(hours.time_zone))
        throw Malformed(member_of(field, "time_zone"), "expected a time zone like Europe/Berlin");
    const std::string week = member_of(field, "week");
    if (hours.week.size() != OfficeHours::days) throw Malformed(week, "expected seven days");
    for (std::size_t day = 0; day < hours.week.size(); ++day) arrange_day(hours.week[day], item_of(week, day));
}

OpenState open_state_at(const OfficeHours& hours, Time now) {
    const date::time_zone& zone = *date::locate_zone(hours.time_zone);
    const auto today = date::floor<days>(zone.to_local(now));
    std::optional<Time> end;  // Of what is open now.
    for (auto day = today - days{1}; day <= today + ahead_max; day += days{1})
        for (const Span& span : spans_of(hours, day)) {
            const Time from = moment_of(zone, day, span.from, date::choose::earliest);
            const Time to = moment_of(zone, day, span.to, date::choose::latest);
            if (to <= now || from >= to) continue;
            if (!end && from > now) return {false, from};
            if (end && from > *end) return {true, end};
            end = std::max(end.value_or(to), to);
        }
    const bool is_for_ever = end >= moment_of(zone, today + ahead_max, WallClock{0}, date::choose::earliest);
    return {end.has_value(), is_for_ever ? std::nullopt : end};
}

std::vector<std::string> time_zones() {
    std::vector<std::string> names;
    for (const date::time_zone& zone : date::get_tzdb().zones) {
        const std::string& name = zone.name();
        const bool is_place = name.find('/') != std::string::npos && name.rfind("Etc/", 0) != 0;
        if (is_place || name == "UTC") names.push_back(name);
    }
    return names;
}

}  // namespace wrapup::server
