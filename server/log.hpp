#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace wrapup::server {

// Writes one line to stderr: something that is not as it should be, and no request's fault. The same holds for its
// words as for `where` below.
void log_warning(std::string_view what);

// Writes one line to stderr and returns the id in it, which is all that the person who met the fault is told. `where`
// must be our own words, such as a route: no text, token or address of anybody's is ever logged.
std::string log_fault(std::string_view where, std::exception_ptr fault);

}  // namespace wrapup::server
