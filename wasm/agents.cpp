// What JavaScript sees of the rules beside bindings.cpp, where agents work: a visitor's page does without.
#include <emscripten/bind.h>

#include "core/digest.hpp"
#include "core/due.hpp"
#include "core/explain.hpp"
#include "core/routing.hpp"
#include "wasm/convert.hpp"
#include "wasm/kept.hpp"

namespace wrapup::wasm {
namespace {

void default_policy() { put(Policy{}); }
void default_capacity() { put(wrapup::default_capacity); }

// A history and an actor come in, an explanation goes out.
void explain(double at) {
    const auto history = taken<History>();
    put(wrapup::explain(history, taken<Actor>(), time_of(at)));
}

// The conversation in this slot, for the kept policy and actor. What is due goes out: a time, or none.
std::uint32_t digest(std::uint32_t slot) { return wrapup::digest(kept.states[slot]); }
void due(std::uint32_t slot) { put(wrapup::due(kept.states[slot], kept.policy)); }
bool unread(std::uint32_t slot) { return is_unread(kept.states[slot], kept.actor); }
std::uint32_t group(std::uint32_t slot) { return static_cast<std::uint32_t>(traits(kept.states[slot].channel).group); }

Choice choice_of(const std::vector<Candidate>& candidates) {
    return next_customer(candidates, kept.actor, kept.policy);
}

Candidate candidate(std::uint32_t slot) {
    const Conversation& state = kept.states[slot];
    return {taken<ConversationId>(), &state, is_unread(state, kept.actor)};
}

// Whether the kept actor may go on with this one, and rather than with the other. Their ids come in. Two at a time,
// since slots are used again.
bool is_next(std::uint32_t slot, std::uint32_t other_slot) {
    const Candidate one = candidate(slot);
    return choice_of({one, candidate(other_slot)}) == Choice{one.id};
}

// Why they would go on with nobody, if there is nobody.
std::uint32_t nobody() { return static_cast<std::uint32_t>(std::get<Rejection>(choice_of({}))); }

}  // namespace
}  // namespace wrapup::wasm

EMSCRIPTEN_BINDINGS(agents) {
    using namespace wrapup;
    emscripten::function("default_policy", &wasm::default_policy);
    emscripten::function("default_capacity", &wasm::default_capacity);
    emscripten::function("explain", &wasm::explain);
    emscripten::function("digest", &wasm::digest);
    emscripten::function("due", &wasm::due);
    emscripten::function("unread", &wasm::unread);
    emscripten::function("group", &wasm::group);
    emscripten::function("is_next", &wasm::is_next);
    emscripten::function("nobody", &wasm::nobody);
}
