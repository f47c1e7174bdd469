#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace wrapup::server {

// What a canned reply may leave open, to be filled in by the page that inserts it.
inline constexpr std::array<std::string_view, 3> canned_variables{"customer.name", "agent.name", "site.name"};

// The first thing in braces that looks like a variable and is none, as it stands there; or none.
std::optional<std::string> unknown_variable(std::string_view text);

}  // namespace wrapup::server
