// How an agent likes to work. The server keeps it for them, and their pages follow it.
#pragma once

#include "server/json.hpp"

namespace wrapup::server {

// Where End Chat and Close, and Send and close, lead to.
enum class AfterClosing : std::uint8_t {
    stay,  // In the conversation.
    next,  // To the next customer.
    list,
    count
};

struct Preferences {
    AfterClosing after_closing = AfterClosing::stay;
    bool operator==(const Preferences&) const = default;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> inline constexpr std::array<std::string_view, 3> names<server::AfterClosing>{"stay", "next", "list"};
template <> struct Shape<server::Preferences> { using T = server::Preferences; static constexpr std::tuple fields{Field{"after_closing", &T::after_closing}}; };
// clang-format on
}  // namespace wrapup
