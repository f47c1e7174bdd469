#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/upkeep_options.hpp"

namespace wrapup::server {

// One thing that was looked at, in words for the operator.
struct Finding {
    std::string what;
    std::string said;
    std::string to_do{};  // Empty where all is well.
};

// Looks at the file, what is derived from its log, permissions, room, clock, and the public address. Changes nothing.
// Tells how many conversations it has replayed.
std::vector<Finding> look_through(const DoctorOptions& options, const std::function<void(std::int64_t)>& tell);

}  // namespace wrapup::server
