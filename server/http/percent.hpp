#pragma once

#include <string>
#include <string_view>

namespace wrapup::server {

// In an address: whatever is neither a letter, a digit nor one of -._~ (RFC 3986, 2.3) or of `also_plain` is written as
// its bytes' codes.
inline std::string percent_encoded(std::string_view text, std::string_view also_plain = {}) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos || also_plain.find(c) != std::string_view::npos)
            encoded += c;
        else
            (encoded += '%', encoded += digits[byte >> 4u], encoded += digits[byte & 0xFu]);
    }
    return encoded;
}

}  // namespace wrapup::server
