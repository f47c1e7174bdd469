#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "server/metrics.hpp"
#include "server/own_process.hpp"
#include "server/store/volumes.hpp"

namespace wrapup::server {

// What is looked up at the moment of reading, beside what is counted all the time.
struct Looked {
    Volumes volumes;
    OwnProcess process;
    std::uintmax_t database_bytes = 0, wal_bytes = 0, room_bytes = 0;
};

// What a route is called: its method, and its path in our own list.
using RouteOf = std::function<std::pair<std::string_view, std::string_view>(std::size_t number)>;

// In the text format of Prometheus, 0.0.4. Of routes, only those that somebody has asked for.
std::string metrics_text(const Metrics& counted, const Looked& looked, const RouteOf& route_of);

}  // namespace wrapup::server
