#pragma once

#include "core/shape.hpp"

namespace wrapup::server {

// The languages in which the server itself says something to people.
enum class Language : std::uint8_t { english, german, arabic, count };

}  // namespace wrapup::server

namespace wrapup {
template <>
inline constexpr std::array<std::string_view, 3> names<server::Language>{"en", "de", "ar"};
}  // namespace wrapup
