// Pieces of what stands in a request's head.
#pragma once

#include <algorithm>
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

inline bool equal_but_for_case(std::string_view text, std::string_view lower) {
    const auto to_lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [&](char a, char b) { return to_lower(a) == b; });
}

// Calls with the name and the value of each header of a whole head that has been judged.
template <typename Use>
void for_each_header(std::string_view head, Use use) {
    for (head.remove_prefix(up_to(line_end, head).size() + line_end.size()); head != line_end;
         head.remove_prefix(up_to(line_end, head).size() + line_end.size())) {
        const std::string_view line = up_to(line_end, head), name = up_to(":", line);
        use(name, trimmed(line.substr(name.size() + 1)));
    }
}

}  // namespace wrapup::server
