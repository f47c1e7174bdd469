#pragma once

#include "server/http/embedded.hpp"

namespace wrapup::server {

// Null if there is no such file.
const Asset* find_asset(std::string_view path);

}  // namespace wrapup::server
