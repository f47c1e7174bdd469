#pragma once

#include <vector>

#include "core/conversation.hpp"
#include "core/request.hpp"

namespace wrapup::wasm {

// What stays in our memory, so that asking again costs no conversion: the states, by slot, and who asks under what.
struct Kept {
    std::vector<Conversation> states;
    Actor actor;
    Policy policy;
    std::vector<Actor> colleagues;
};
inline Kept kept;

inline Time time_of(double ms) { return Time{Milliseconds{static_cast<std::int64_t>(ms)}}; }
inline Setting setting(double at) { return {kept.policy, kept.colleagues, time_of(at)}; }

}  // namespace wrapup::wasm
