// What looks through a database, in this process or asked of a running server: {"command": "examine"} and so on.
#pragma once

#include "server/control.hpp"
#include "server/store/examination.hpp"

namespace wrapup::server {

// {} → what was found. Progress: {"done"}.
Json run_examine(Database& database, const Json& request, const Tell& tell);

// {"conversation"?, "customer"?} → {"lines"}: how many. Progress: {"lines": [{"kind": …}, …]}.
Json run_export(Database& database, const Json& request, const Tell& tell);

Examined examined_from(const Json& json);

}  // namespace wrapup::server
