#pragma once

#include <string>

namespace wrapup::server {

// What is put together for an answer, as brotli makes it smallest. That takes some ten milliseconds, so the last few
// hundred are remembered. May be called by several threads.
std::string packed(const std::string& text);

// What is put together for one answer alone, as small as brotli makes it within a fraction of a millisecond.
std::string packed_at_once(const std::string& text);

}  // namespace wrapup::server
