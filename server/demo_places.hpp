#pragma once

#include <string_view>

namespace wrapup::server {

// Where somebody of the demo shop lives, and with what they look at it.
struct DemoPlace {
    std::string_view time_zone;
    std::string_view device;
};

// By the locale of their browser; empty for one that nobody there has.
DemoPlace demo_place(std::string_view locale);

}  // namespace wrapup::server
