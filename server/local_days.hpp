// Days as people have them: where the clocks stand that they look at, and when those are put forward or back.
#pragma once

#include <string>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup::server {

using Day = std::chrono::sys_days;

// As in "2026-01-31". Malformed naming `field` if it is no day.
Day day_from(const std::string& text, const std::string& field);
std::string text_of(Day day);

// Which day it is where somebody looks at a report. The browser knows how the clocks stand there, and sends what of it
// holds for the days that it asks about.
class LocalClock {
public:
    static constexpr int minutes_ahead_max = 14 * 60;
    static constexpr std::size_t changes_max = 16;

    // The minutes that local time is ahead of UTC, and behind it each change: its moment in milliseconds since 1970, a
    // colon, the minutes from then on. As in "60,1774746000000:120". Malformed naming `field`.
    static LocalClock from(const std::string& text, const std::string& field);

    Day day_of(Time time) const;

private:
    struct Change {
        Time from;
        std::chrono::minutes ahead;
    };
    std::chrono::minutes ahead_{};  // Before the first change.
    std::vector<Change> changes_;   // The earliest first.
};

}  // namespace wrapup::server
