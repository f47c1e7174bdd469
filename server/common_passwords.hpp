#pragma once

#include <string>

namespace wrapup::server {

// Whether this is among the passwords that are guessed first. Only those are known that are long enough to be chosen.
bool is_common_password(const std::string& password);

}  // namespace wrapup::server
