#include "server/time_zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace wrapup::server {

const date::time_zone* find_zone(const std::string& name) try {
    return date::locate_zone(name);
} catch (const std::runtime_error&) {
    return nullptr;
}

std::optional<TimeZone> TimeZone::named(const std::string& name) {
    TimeZone zone;
    zone.zone_ = find_zone(name);
    return zone.zone_ == nullptr ? std::nullopt : std::optional(zone);
}

std::string TimeZone::name() const { return zone_ == nullptr ? "UTC" : zone_->name(); }

WallTime TimeZone::at(Time time) const {
    using namespace std::chrono;
    const auto ahead = zone_ == nullptr ? seconds{} : zone_->get_info(time).offset;
    const auto local = floor<minutes>(time + ahead);
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            floor<minutes>(ahead)};
}

}  // namespace wrapup::server
