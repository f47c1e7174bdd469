// The only file that reads a clock.
#pragma once

#include <functional>

#include "core/vocabulary.hpp"

namespace wrapup::server {

// Where the time of an event comes from. Everything that needs one is given it.
using Clock = std::function<Time()>;

inline Time now() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

// For measuring how long something takes; never goes back.
using Ticks = std::chrono::steady_clock::time_point;
inline Ticks ticks() { return std::chrono::steady_clock::now(); }

}  // namespace wrapup::server
