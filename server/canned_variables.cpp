#include "server/canned_variables.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

// A name and no more: what else stands in braces is a text like any other.
bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
    });
}

bool is_known(std::string_view name) {
    return std::find(canned_variables.begin(), canned_variables.end(), name) != canned_variables.end();
}

}  // namespace

std::optional<std::string> unknown_variable(std::string_view text) {
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) break;
        const auto name = text.substr(open + 1, close - open - 1);
        if (is_name(name) && !is_known(name)) return std::string(text.substr(open, close - open + 1));
    }
    return std::nullopt;
}

}  // namespace wrapup::server
