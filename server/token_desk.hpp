#pragma once

#include <iosfwd>

#include "server/token_options.hpp"

namespace wrapup::server {

// Does what is asked, or has the server do it that is using the database. Returns the status to exit with; what is
// wrong is said on `complaints`, so that a new token is alone on `out`. Throws Unusable.
int run_tokens(const TokenOptions& options, std::ostream& out, std::ostream& complaints);

}  // namespace wrapup::server
