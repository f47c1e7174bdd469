#pragma once

#include "server/store/connection.hpp"

namespace wrapup::server {

// Answers that the demo shop gives every day.
void add_demo_replies(Connection& connection, Time now);

}  // namespace wrapup::server
