// What this process counts about itself. There is one of it, as there is one log: what is counted happens everywhere,
// and is read in one place. Counting is a relaxed addition, and orders nothing.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>

#include "core/rejection.hpp"

namespace wrapup::server {

class Counter {
public:
    void add(std::uint64_t n = 1) { value_.fetch_add(n, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_ = 0;
};

// How many there are at the moment.
class Level {
public:
    void set(std::uint64_t value) { value_.store(value, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_ = 0;
};

// How many were at most as large as each bound; the last count is of those beyond them all.
template <std::size_t size>
class Histogram {
public:
    explicit constexpr Histogram(const std::array<std::uint64_t, size>& bounds) : bounds_(bounds) {}

    void add(std::uint64_t value) {
        const auto place = std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
        counts_[static_cast<std::size_t>(place)].add();
        sum_.add(value);
    }
    const std::array<std::uint64_t, size>& bounds() const { return bounds_; }
    std::uint64_t count(std::size_t place) const { return counts_[place].value(); }
    std::uint64_t sum() const { return sum_.value(); }

private:
    std::array<std::uint64_t, size> bounds_;
    std::array<Counter, size + 1> counts_;
    Counter sum_;
};

// In microseconds.
inline constexpr std::array<std::uint64_t, 11> duration_bounds{100,    250,     500,       1'000,     2'500,     10'000,
                                                               50'000, 250'000, 1'000'000, 5'000'000, 30'000'000};
inline constexpr std::array<std::uint64_t, 9> group_bounds{1, 2, 4, 8, 16, 32, 64, 256, 1'000};
using Durations = Histogram<duration_bounds.size()>;

// The statuses that we answer, and after them all others as one.
inline constexpr std::array statuses{200, 201, 204, 206, 302, 304, 400, 401, 403, 404, 405, 408, 409,
                                     411, 413, 414, 415, 417, 422, 429, 431, 500, 501, 503, 505, 507};
inline std::size_t place_of_status(int status) {
    return static_cast<std::size_t>(std::lower_bound(statuses.begin(), statuses.end(), status) - statuses.begin());
}

struct RouteMetrics {
    std::array<Counter, statuses.size() + 1> by_status;
    Durations microseconds{duration_bounds};  // From when the whole request was there to when its answer was.

    void add(int status, std::uint64_t taken) {
        const std::size_t place = place_of_status(status);
        const bool is_known = place < statuses.size() && statuses[place] == status;
        by_status[is_known ? place : statuses.size()].add();
        microseconds.add(taken);
    }
};

struct Metrics {
    static constexpr std::size_t routes_max = 256;  // The last one counts requests without a route.

    std::array<RouteMetrics, routes_max> routes;
    Counter commands_done;
    std::array<Counter, static_cast<std::size_t>(Rejection::count)> commands_refused;
    Counter commands_unreadable;
    Durations commit_microseconds{duration_bounds};
    Histogram<group_bounds.size()> group_commands{group_bounds};
    Counter faults;

    Level connections;
    Level streams;
    Level requests_waiting;  // For a worker.
    Level groups_waiting;    // For the thread that writes: commands of one client, or a delivery.
};
inline Metrics metrics;

}  // namespace wrapup::server
