#include "server/limit_options.hpp"

#include <algorithm>
#include <charconv>

namespace wrapup::server {
namespace {

std::string option_of(const LimitRow& row) {
    std::string name = "--" + std::string(row.name);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::size_t limit_from(const LimitRow& row, const std::string& text) {
    std::size_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || value < row.least || value > row.most)
        throw CLI::ValidationError(option_of(row), "expected a number from " + std::to_string(row.least) + " to " +
                                                       std::to_string(row.most) + ", not '" + text + '\'');
    return value;
}

}  // namespace

void add_limit_options(CLI::App& app, Limits& limits) {
    for (const LimitRow& row : limit_table)
        app.add_option_function<std::string>(
               option_of(row), [&](const std::string& text) { limits.*row.value = limit_from(row, text); },
               std::string(row.help))
            ->type_name(std::string(row.unit))
            ->default_str(std::to_string(row.usual))
            ->group("Limits");
}

}  // namespace wrapup::server
