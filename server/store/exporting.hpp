#pragma once

#include <functional>

#include "server/json.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// What is exported: one conversation with its customer, one customer with all of theirs, or everything there is but
// what lets somebody in: no hash of a password, no token, no key.
struct ExportScope {
    enum class Of { everything, customer, conversation };
    Of of = Of::everything;
    std::string id;
};

// Calls for each line, {"kind": "event", …}, in an order in which what is referred to comes first. Files are in it, in
// base64. Everything is of one moment. Throws Interrupted where it is told false. Returns how many lines.
std::int64_t export_lines(Connection& connection, const ExportScope& scope,
                          const std::function<bool(const Json& line)>& take);

}  // namespace wrapup::server
