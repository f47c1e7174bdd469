#include "tests/differential/text.hpp"

#include "core/command.hpp"

namespace wrapup::differential {
namespace {

constexpr std::array<char32_t, 12> letters{'a', 'Z', '7', '.', '"', '\\', 0x7F, 0xDF, 0xE9, 0x20AC, 0x4E2D, 0x1F44B};
constexpr std::array<char32_t, 10> spaces{' ', '\t', '\n', '\r', 0x85, 0xA0, 0x200B, 0x2028, 0x2029, 0xFEFF};
// The first and last of each length in UTF-8, both neighbours of the surrogates, and what JSON escapes.
constexpr std::array<char32_t, 13> edges{0x00,   0x01,   0x1F,   0x7F,   0x80,    0x7FF,   0x800,
                                         0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};

void append(std::string& text, char32_t c) {
    const auto push = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0u | c >> 6u);
        push(0x80u | (c & 0x3Fu));
    } else if (c < 0x10000) {
        push(0xE0u | c >> 12u);
        push(0x80u | (c >> 6u & 0x3Fu));
        push(0x80u | (c & 0x3Fu));
    } else {
        push(0xF0u | c >> 18u);
        push(0x80u | (c >> 12u & 0x3Fu));
        push(0x80u | (c >> 6u & 0x3Fu));
        push(0x80u | (c & 0x3Fu));
    }
}

std::string repeated(char32_t c, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) append(text, c);
    return text;
}

template <class... Alphabets>
std::string mixed(Random& random, std::size_t length_max, const Alphabets&... alphabets) {
    const std::size_t length = random.below(length_max + 1);
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        std::size_t chosen = random.below(sizeof...(Alphabets));
        ((chosen-- == 0 ? append(text, random.any_of(alphabets)) : void()), ...);
    }
    return text;
}

}  // namespace

std::string any_text(Random& random) {
    // Rare, since each is as long as a hundred other cases.
    if (random.one_in(4'000)) {
        const auto length = static_cast<std::size_t>(random.between(-1, 1) + std::int64_t{text_code_points_max});
        return repeated(random.any_of(letters), length);
    }
    switch (random.below(8)) {
        case 0:
            return {};
        case 1:
            return mixed(random, 6, spaces);
        case 2:
            return mixed(random, 40, letters, spaces, edges);
        case 3:
            return mixed(random, 300, letters, spaces);
        default:
            return mixed(random, 24, letters);
    }
}

}  // namespace wrapup::differential
