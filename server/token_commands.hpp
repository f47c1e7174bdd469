// What the operator does with API tokens, in this process or asked of a running server: {"command": "add_token", …}.
// Malformed, naming the field, where something asked for is not so.
#pragma once

#include "server/json.hpp"
#include "server/store/database.hpp"

namespace wrapup::server {

inline constexpr int token_days_max = 3'650;

// {"name", "site", "days"?, "scopes"?} → {"token", "id"}. Without days it never expires; without scopes it has all.
Json add_token(Database& database, const Json& request, Time now);

// {} → {"tokens": [{"id", "site", "name", "created_at", "expires_at", "scopes"}, …]}.
Json list_tokens(Database& database);

// {"id"} → {}.
Json revoke_token(Database& database, const Json& request);

}  // namespace wrapup::server
