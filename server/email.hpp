#pragma once

#include <string_view>

namespace wrapup::server {

inline constexpr std::size_t email_bytes_max = 254;

// Whether it has the form of an address: whether mail arrives there, only mail can tell. Two are the same only if they
// are so letter for letter; nobody is told apart by theirs.
bool is_email(std::string_view text);

}  // namespace wrapup::server
