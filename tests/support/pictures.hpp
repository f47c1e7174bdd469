// The beginnings of files, as far as anybody looks.
#pragma once

#include <cstdint>
#include <string>

namespace wrapup::server::test {

inline std::string big(std::uint64_t number, int width) {
    std::string bytes;
    for (int i = width; i-- > 0;) bytes += static_cast<char>(number >> (8 * i) & 0xFFu);
    return bytes;
}
inline std::string little(std::uint64_t number, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFu);
    return bytes;
}

inline std::string png(std::uint32_t width, std::uint32_t height) {
    return std::string("\x89PNG\r\n\x1A\n", 8) + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4) + "rest";
}

inline std::string gif(std::uint16_t width, std::uint16_t height) {
    return "GIF89a" + little(width, 2) + little(height, 2) + "rest";
}

}  // namespace wrapup::server::test
