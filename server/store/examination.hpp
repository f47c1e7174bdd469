#pragma once

#include <functional>

#include "server/store/connection.hpp"

namespace wrapup::server {

// What was found in a database that was read through. Nothing in it is changed.
struct Examined {
    std::string damage;  // What SQLite finds wrong with the file; empty where it is whole.
    int schema = 0, newest_schema = 0;
    std::int64_t conversations = 0;
    std::int64_t differences = 0;  // Of what is derived from the log to what the log says.
    Time latest;                   // Of the latest event.
    bool operator==(const Examined&) const = default;
};

// A schema that is not ours is not looked into any further: the first start of a newer server brings it up to date.
// Tells how many conversations were replayed. Throws Interrupted where it is told false.
Examined examine(Connection& connection, const std::function<bool(std::int64_t done)>& tell);

}  // namespace wrapup::server
