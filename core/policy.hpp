// What an operator can decide about the rules. Plain data with defaults.
#pragma once

#include "core/vocabulary.hpp"

namespace wrapup {

// What a customer's message to a closed conversation does.
enum class ReopenMode : std::uint8_t {
    locked,  // It is refused; the customer can start a new conversation with it.
    window,  // It reopens the conversation within window_ms of the close, and is refused later.
    always,
    count
};

struct ReopenPolicy {
    ReopenMode mode = ReopenMode::window;
    std::int64_t window_ms = 24 * 60 * 60 * 1000;
    bool operator==(const ReopenPolicy&) const = default;
};

struct Policy {
    // By Channel. A live chat is locked once it is closed; everything else can be answered for a day.
    std::array<ReopenPolicy, static_cast<std::size_t>(Channel::count)> reopen{ReopenPolicy{ReopenMode::locked, 0}};
    bool operator==(const Policy&) const = default;

    const ReopenPolicy& reopen_of(Channel channel) const { return reopen[static_cast<std::size_t>(channel)]; }
};

}  // namespace wrapup
