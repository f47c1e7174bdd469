#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wrapup::server {

inline constexpr std::size_t origins_max = 20;
inline constexpr std::size_t origin_bytes_max = 300;

// Where a widget may stand, as browsers write it: scheme://host[:port], in small letters, without what goes without
// saying (the scheme's own port, a slash at the end). It goes into a header of ours as it is, so it is taken apart and
// put together anew: nothing of what was typed gets there that is not one of these parts. Malformed, as of the field
// "origins", where it is anything else.
std::string origin_from(std::string_view text);

// The same of each, in this order, and each once.
std::vector<std::string> origins_from(const std::vector<std::string>& texts);

}  // namespace wrapup::server
