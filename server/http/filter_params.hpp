#pragma once

#include "server/http/routes.hpp"
#include "server/store/filter.hpp"

namespace wrapup::server {

inline constexpr std::size_t filter_bytes_max = 200;  // Of the id in one parameter.

// From the parameters `status`, `owner` (an agent's id, "me" or "nobody"), `channel`, `site` and `topic`. Throws
// Malformed with the name of the one that cannot be read.
Filter filter_from(const Ask& ask);

// Whether it asks for a site that is not the actor's.
bool is_elsewhere(const Filter& filter, const Actor& actor);

}  // namespace wrapup::server
