#pragma once

#include <string>
#include <string_view>

namespace wrapup::server {

// What a header User-Agent says of the browser and the system, in words, as in "Firefox on Windows". Empty where it
// says nothing that we know; whoever sends it may say what they like.
std::string device_of(std::string_view user_agent);

}  // namespace wrapup::server
