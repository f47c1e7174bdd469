// The whole surface that JavaScript sees. The rules live in core/; nothing is decided here.
#include <emscripten/bind.h>

#include "core/decide.hpp"
#include "core/digest.hpp"
#include "core/due.hpp"
#include "core/evolve.hpp"
#include "core/overloaded.hpp"
#include "core/routing.hpp"
#include "core/rules_id.hpp"
#include "wasm/convert.hpp"

// embind writes the addresses of types with these, for messages that nobody gets to see. The library's own would bring
// all of printf along.
extern "C" int sprintf(char* out, const char*, ...) { return *out = '\0'; }
extern "C" int siprintf(char* out, const char*, ...) { return *out = '\0'; }

namespace wrapup::wasm {
namespace {

// What stays in our memory, so that asking again costs no conversion: the states, by slot, and who asks under what.
struct Kept {
    std::vector<Conversation> states;
    Actor actor;
    Policy policy;
    std::vector<Actor> colleagues;
};

Kept& kept() {
    static Kept all;
    return all;
}

// One button in 32 bits, from the lowest: place 4, button 6, rejection + 1 8, confirmation + 1 4, warning + 1 4.
std::uint32_t packed(const Availability& row) {
    const auto plus_one = [](const auto& value) { return value ? static_cast<std::uint32_t>(*value) + 1u : 0u; };
    static_assert(static_cast<unsigned>(Place::count) <= 16 && static_cast<unsigned>(ButtonId::count) <= 64);
    return static_cast<std::uint32_t>(row.place) | static_cast<std::uint32_t>(row.button) << 4u |
           plus_one(row.rejection) << 10u | plus_one(row.asks) << 18u | plus_one(row.warns) << 22u;
}

std::array<std::uint32_t, placements.size()> buttons_of_last_asked;

val rules_id() { return val(std::string(wrapup::rules_id)); }
val initial() { return to_js(Conversation{}); }
val default_policy() { return to_js(Policy{}); }
val default_capacity() { return to_js(wrapup::default_capacity); }

void keep_setting(const val& actor, const val& policy, const val& colleagues) {
    kept().actor = from_js<Actor>(actor);
    kept().policy = from_js<Policy>(policy);
    kept().colleagues = from_js<std::vector<Actor>>(colleagues);
}

void keep_state(std::uint32_t slot, const val& state) {
    if (slot >= kept().states.size()) kept().states.resize(slot + 1);
    kept().states[slot] = from_js<Conversation>(state);
}

// How many there are; they are in packed_buttons().
std::uint32_t available(std::uint32_t slot, double at) {
    const Kept& all = kept();
    const Setting setting{all.policy, all.colleagues, Time{Milliseconds{static_cast<std::int64_t>(at)}}};
    std::uint32_t count = 0;
    for (const Availability& row : wrapup::available(all.states[slot], all.actor, setting))
        buttons_of_last_asked[count++] = packed(row);
    return count;
}

val packed_buttons() {
    return val(emscripten::typed_memory_view(buttons_of_last_asked.size(), buttons_of_last_asked.data()));
}

val evolve(const val& state, const val& event) {
    return to_js(wrapup::evolve(from_js<Conversation>(state), from_js<Event>(event)));
}

// By the kept policy and colleagues; the actor is the request's.
val decide(const val& state, const val& request, const val& at) {
    const Request asked{from_js<Actor>(request["actor"]), from_js<Version>(request["seen"]),
                        from_js<Set<Confirmation>>(request["confirmed"]), from_js<Commands>(request["steps"])};
    const Setting setting{kept().policy, kept().colleagues, from_js<Time>(at)};
    val answer = val::object();
    std::visit(overloaded{
                   [&](const Events& events) { answer.set("events", to_js(events)); },
                   [&](Rejection rejection) { answer.set("rejection", to_js(rejection)); },
               },
               wrapup::decide(from_js<Conversation>(state), asked, setting));
    return answer;
}

val commands_of(const val& button, const val& actor, const val& payload) {
    return to_js(wrapup::commands_of(from_js<ButtonId>(button), from_js<Actor>(actor), from_js<Payload>(payload)));
}

val explain(const val& history, const val& actor, const val& at) {
    return to_js(wrapup::explain(from_js<History>(history), from_js<Actor>(actor), from_js<Time>(at)));
}

// The conversation in this slot, for the kept policy and actor.
val status(std::uint32_t slot) { return to_js(wrapup::status(kept().states[slot])); }
std::uint32_t digest(std::uint32_t slot) { return wrapup::digest(kept().states[slot]); }
val due(std::uint32_t slot) { return to_js(wrapup::due(kept().states[slot], kept().policy)); }
bool unread(std::uint32_t slot) { return is_unread(kept().states[slot], kept().actor); }
val group(std::uint32_t slot) { return to_js(traits(kept().states[slot].channel).group); }

Choice choice_of(const std::vector<Candidate>& candidates) {
    return next_customer(candidates, kept().actor, kept().policy);
}

Candidate candidate(std::uint32_t slot, const val& id) {
    const Conversation& state = kept().states[slot];
    return {from_js<ConversationId>(id), &state, is_unread(state, kept().actor)};
}

// Whether the kept actor may go on with this one, and rather than with the other. Two at a time, since slots are used
// again.
bool is_next(std::uint32_t slot, const val& id, std::uint32_t other_slot, const val& other_id) {
    const Candidate one = candidate(slot, id);
    return choice_of({one, candidate(other_slot, other_id)}) == Choice{one.id};
}

// Why they would go on with nobody, if there is nobody.
val nobody() { return to_js(std::get<Rejection>(choice_of({}))); }

}  // namespace
}  // namespace wrapup::wasm

EMSCRIPTEN_BINDINGS(wrapup) {
    using namespace wrapup;
    emscripten::function("rules_id", &wasm::rules_id);
    emscripten::function("initial", &wasm::initial);
    emscripten::function("default_policy", &wasm::default_policy);
    emscripten::function("default_capacity", &wasm::default_capacity);
    emscripten::function("keep_setting", &wasm::keep_setting);
    emscripten::function("keep_state", &wasm::keep_state);
    emscripten::function("available", &wasm::available);
    emscripten::function("packed_buttons", &wasm::packed_buttons);
    emscripten::function("evolve", &wasm::evolve);
    emscripten::function("decide", &wasm::decide);
    emscripten::function("commands_of", &wasm::commands_of);
    emscripten::function("explain", &wasm::explain);
    emscripten::function("status", &wasm::status);
    emscripten::function("digest", &wasm::digest);
    emscripten::function("due", &wasm::due);
    emscripten::function("unread", &wasm::unread);
    emscripten::function("group", &wasm::group);
    emscripten::function("is_next", &wasm::is_next);
    emscripten::function("nobody", &wasm::nobody);
}
