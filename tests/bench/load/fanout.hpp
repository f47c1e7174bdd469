#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "tests/bench/load/crowd.hpp"

namespace wrapup::bench {

// What happens once, and is told to some of the readers, all of whom have been answered.
struct Occasion {
    std::function<void()> ask;           // Sends the request that makes it happen; does not wait.
    std::function<bool()> has_happened;  // From then on, the time counts.
    std::size_t told_every = 1;          // Every how-manieth reader is told, from the first one on.
    std::string frame{};                 // What the first one was told the last time.
};

// Returns the microseconds from the moment when it has happened to the last byte that the last of them reads. Looks
// without a pause, since waking up takes time, too: it needs a core for itself.
std::int64_t microseconds_to_last(Crowd& readers, Occasion& occasion);

}  // namespace wrapup::bench
