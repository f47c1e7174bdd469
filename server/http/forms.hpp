// What people type into settings, checked before it is stored.
#pragma once

#include <string>

namespace wrapup::server {

// A line that people read: something in it, no control characters. Malformed if not.
void check_line(const std::string& line, const char* field, std::size_t bytes_max);

// An e-mail address, as far as that can be seen. Malformed if not, as `email`.
void check_email(const std::string& email);

// A text of several lines, as long as a message may be. Malformed if not.
void check_message(const std::string& text, const char* field);

}  // namespace wrapup::server
