#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wrapup::server {

// What people wrote, in the lines that they see, without what could move a terminal's cursor or have the text around
// it run backwards: control characters but for tabs, and the marks of Unicode that override or isolate a direction.
std::vector<std::string> plain_lines(std::string_view text);

// The same in one line.
std::string plain_line(std::string_view text);

}  // namespace wrapup::server
