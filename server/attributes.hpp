#pragma once

#include <map>
#include <string>

namespace wrapup::server {

// What is said of a customer beyond what we ask: by the host of the widget, or in a form before the chat.
using Attributes = std::map<std::string, std::string>;

}  // namespace wrapup::server
