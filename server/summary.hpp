// What became of the conversations that began in some days: the numbers of a report.
#pragma once

#include "server/local_days.hpp"
#include "server/store/measures.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

// How long something took: half of the times are no longer than the median, nine in ten no longer than p90. Both are
// times that were measured (the nearest rank), not means of two.
struct Spread {
    std::int64_t median_ms = 0;
    std::int64_t p90_ms = 0;
    bool operator==(const Spread&) const = default;
};

struct Figures {
    std::int64_t started = 0;
    std::int64_t replied = 0;
    std::int64_t closed = 0;
    std::int64_t closed_without_reply = 0;  // Of those with somebody to reply to.
    std::int64_t reopened = 0;
    std::optional<Spread> first_reply;  // From the start to it; none without one.
    std::optional<Spread> closing;      // From the start to the close that holds.
    bool operator==(const Figures&) const = default;
};

// The part of them that has something in common.
struct Slice {
    std::string key;   // A day, a channel, an agent's or a topic's id; empty: nobody, or none.
    std::string name;  // Agents and topics have one.
    Figures figures;
};

struct Days {
    static constexpr std::chrono::days days_max{366};
    Day from;
    Day to;  // The last one.
};

struct Summary {
    std::string from;
    std::string to;
    Figures total;
    std::vector<Slice> days;  // Every one, in order. In the others the largest comes first.
    std::vector<Slice> channels;
    std::vector<Slice> agents;
    std::vector<Slice> topics;  // One conversation can be in several.
};

Summary summarise(Connection& connection, const std::vector<SiteId>& sites, const Days& days, const LocalClock& clock);

// The same as a file of RFC 4180, a line a slice, with times in seconds.
std::string csv_of(const Summary& summary);

}  // namespace wrapup::server

namespace wrapup {

// clang-format off
template <> struct Shape<server::Spread>  { using T = server::Spread;  static constexpr std::tuple fields{Field{"median_ms", &T::median_ms}, Field{"p90_ms", &T::p90_ms}}; };
template <> struct Shape<server::Figures> { using T = server::Figures; static constexpr std::tuple fields{Field{"started", &T::started}, Field{"replied", &T::replied}, Field{"closed", &T::closed}, Field{"closed_without_reply", &T::closed_without_reply}, Field{"reopened", &T::reopened}, Field{"first_reply", &T::first_reply}, Field{"closing", &T::closing}}; };
template <> struct Shape<server::Slice>   { using T = server::Slice;   static constexpr std::tuple fields{Field{"key", &T::key}, Field{"name", &T::name}, Field{"figures", &T::figures}}; };
template <> struct Shape<server::Summary> { using T = server::Summary; static constexpr std::tuple fields{Field{"from", &T::from}, Field{"to", &T::to}, Field{"total", &T::total}, Field{"days", &T::days}, Field{"channels", &T::channels}, Field{"agents", &T::agents}, Field{"topics", &T::topics}}; };
// clang-format on

}  // namespace wrapup
