// Pieces of what stands in a request's head.
#pragma once

#include <string_view>

namespace wrapup::server {

inline constexpr std::string_view line_end = "\r\n";
inline constexpr std::string_view head_end = "\r\n\r\n";

inline std::string_view up_to(std::string_view end, std::string_view text) { return text.substr(0, text.find(end)); }

inline std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace wrapup::server
