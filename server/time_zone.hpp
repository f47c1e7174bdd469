#pragma once

#include <optional>
#include <string>

#include "core/vocabulary.hpp"

namespace date {
class time_zone;
}

namespace wrapup::server {

// A moment as the clocks on the wall show it.
struct WallTime {
    int year = 0;
    unsigned month = 0;  // From 1.
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    std::chrono::minutes ahead{};  // Of UTC.

    bool same_day(const WallTime& other) const {
        return year == other.year && month == other.month && day == other.day;
    }
};

// As in "Europe/Oslo"; null where the table of the world's time zones has no such place. It lives as long as the program.
const date::time_zone* find_zone(const std::string& name);

// The clocks of a place, by the table of the world's time zones that Debian keeps up to date.
class TimeZone {
public:
    // As in "Europe/Oslo"; none where the table has no such place.
    static std::optional<TimeZone> named(const std::string& name);
    static TimeZone utc() { return {}; }

    std::string name() const;
    WallTime at(Time time) const;

private:
    const date::time_zone* zone_ = nullptr;  // None: UTC, which needs no table.
};

}  // namespace wrapup::server
