#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace wrapup {

enum class TextFault : std::uint8_t { invalid, empty, too_long };

// What is wrong with the text of a message or note, the worst first: not UTF-8 (RFC 3629) or with a NUL in it, nothing
// but white space, more than text_code_points_max code points.
std::optional<TextFault> fault_of(std::string_view text);

}  // namespace wrapup
