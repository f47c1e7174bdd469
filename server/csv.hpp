#pragma once

#include <string>
#include <vector>

namespace wrapup::server {

// One line as RFC 4180 has it, with its end. A cell that a spreadsheet would take for a formula is given a leading ',
// which says that it is text.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace wrapup::server
