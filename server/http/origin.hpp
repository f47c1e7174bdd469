#pragma once

#include "server/http/routes.hpp"

namespace wrapup::server {

// Whether a browser says of a request that another site's page sent it. What the browser says in Host counts for
// nothing: where names are pointed at us, it says what they like.
bool is_from_elsewhere(const httplib::Request& request, const Pages& pages);

}  // namespace wrapup::server
