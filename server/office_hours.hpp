// When somebody is there, as a site says it: by the clock on its wall.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/vocabulary.hpp"
#include "server/json.hpp"

namespace wrapup::server {

// A minute of a day, from 00:00 up to 24:00, which is the end of that day.
using WallClock = std::chrono::minutes;

// From `from` on, until just before `to`.
struct Span {
    WallClock from{};
    WallClock to{};
    bool operator==(const Span&) const = default;
};

struct OfficeHours {
    static constexpr std::size_t days = 7;
    static constexpr std::size_t spans_max = 8;  // Of one day.

    std::string time_zone;                // As in "Europe/Berlin".
    std::vector<std::vector<Span>> week;  // One list for each day, Monday first; the spans in order.
    bool operator==(const OfficeHours&) const = default;
};

// Puts the spans in order. Malformed naming the field below `field` if the system knows no such time zone, the week has
// not seven days, or a span is empty, reversed or over another one.
void arrange(OfficeHours& hours, const std::string& field);

// How it is at one time. None: it stays so.
struct OpenState {
    bool open = false;
    std::optional<Time> changes_at;
    bool operator==(const OpenState&) const = default;
};

// The hours must be arranged. A time that the wall clock shows twice counts from the first time in the morning to the
// second in the evening, and one that it leaps over is the moment of the leap. Spans that touch are one, also over
// midnight.
OpenState open_state_at(const OfficeHours& hours, Time now);

// The time zones that the system knows, by name, without those that are no place.
std::vector<std::string> time_zones();

// As in "09:30".
template <>
struct Codec<WallClock> {
    static Json to(WallClock time);
    static WallClock from(const Json& json, const std::string& field);
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::Span>        { using T = server::Span;        static constexpr std::tuple fields{Field{"from", &T::from}, Field{"to", &T::to}}; };
template <> struct Shape<server::OfficeHours> { using T = server::OfficeHours; static constexpr std::tuple fields{Field{"time_zone", &T::time_zone}, Field{"week", &T::week}}; };
// clang-format on
}  // namespace wrapup
