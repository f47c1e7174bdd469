#pragma once

#include "core/set.hpp"
#include "core/shape.hpp"

namespace wrapup::server {

// What another system's API token is good for. The names are stored: never renamed, only added to.
enum class Scope : std::uint8_t { start, receive, attach, count };

}  // namespace wrapup::server

namespace wrapup {
template <>
inline constexpr std::array<std::string_view, 3> names<server::Scope>{"start", "receive", "attach"};
}  // namespace wrapup
