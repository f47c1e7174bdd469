#pragma once

#include <span>
#include <string_view>

namespace wrapup::server {

// A file of the pages, as the build put it into the executable.
struct Asset {
    std::string_view path;  // As in assets/dashboard-1a2b3c.js.
    std::string_view content_type;
    std::string_view body;
    std::string_view brotli;  // The same, compressed. Empty if that is not worth it.
};

// Defined by the build, not by this library.
std::span<const Asset> assets();

}  // namespace wrapup::server
