#include "server/csv.hpp"

#include <string_view>

namespace wrapup::server {
namespace {

constexpr std::string_view begins_a_formula = "=+-@\t\r";
constexpr std::string_view needs_quotes = "\",\r\n";

std::string cell_of(const std::string& text) {
    const bool is_formula = !text.empty() && begins_a_formula.find(text.front()) != std::string_view::npos;
    const std::string safe = is_formula ? '\'' + text : text;
    if (safe.find_first_of(needs_quotes) == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cell_of(cells[i]);
    return line + "\r\n";
}

}  // namespace wrapup::server
