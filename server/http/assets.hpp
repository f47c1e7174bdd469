#pragma once

#include <string>
#include <vector>

#include "server/http/embedded.hpp"

namespace wrapup::server {

// Null if there is no such file.
const Asset* find_asset(std::string_view path);

// The Content-Security-Policy of our own pages. `frame_ancestors` may embed them; nobody may, if there are none.
std::string page_policy(const std::vector<std::string>& frame_ancestors);

}  // namespace wrapup::server
