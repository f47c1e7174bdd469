#include "core/text.hpp"

#include "core/command.hpp"

namespace wrapup {
namespace {

constexpr char32_t ill_formed = 0xFFFFFFFF;

// Takes the first code point off `text`, which is not empty. Table 3-7 of the Unicode standard.
char32_t take_code_point(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    std::size_t length = 1;
    char32_t code_point = lead;
    char32_t smallest = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2, code_point = lead & 0x1Fu, smallest = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3, code_point = lead & 0x0Fu, smallest = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, code_point = lead & 0x07u, smallest = 0x10000;
    } else if (lead >= 0x80) {
        return ill_formed;
    }
    if (text.size() < length) return ill_formed;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u) return ill_formed;
        code_point = (code_point << 6) | (byte(i) & 0x3Fu);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest || code_point > 0x10FFFF || surrogate) return ill_formed;
    text.remove_prefix(length);
    return code_point;
}

// Unicode's White_Space, and the two invisible characters that people send by accident (ZWSP, BOM).
bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

}  // namespace

std::optional<TextFault> fault_of(std::string_view text) {
    std::uint32_t code_points = 0;
    bool visible = false;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (c == ill_formed || c == 0) return TextFault::invalid;
        visible = visible || !is_space(c);
        ++code_points;
    }
    if (!visible) return TextFault::empty;
    if (code_points > text_code_points_max) return TextFault::too_long;
    return std::nullopt;
}

}  // namespace wrapup
