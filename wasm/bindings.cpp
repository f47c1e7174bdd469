// What JavaScript sees of the rules, for everybody. The rules live in core/; nothing is decided here. Where a comment
// says what comes in or goes out, that is in the form of convert.hpp.
#include <emscripten/bind.h>

#include "core/decide.hpp"
#include "core/evolve.hpp"
#include "core/rules_id.hpp"
#include "wasm/convert.hpp"
#include "wasm/kept.hpp"

// embind writes the addresses of types with these, for messages that nobody gets to see. The library's own would bring
// all of printf along.
extern "C" int sprintf(char* out, const char*, ...) { return *out = '\0'; }
extern "C" int siprintf(char* out, const char*, ...) { return *out = '\0'; }

// embind knows more types than numbers, and would bring along what converts them.
namespace emscripten::internal {
extern "C" {
void _embind_register_bigint(TYPEID, const char*, size_t, long long, unsigned long long) {}
void _embind_register_std_string(TYPEID, const char*) {}
void _embind_register_std_wstring(TYPEID, size_t, const char*) {}
void _embind_register_memory_view(TYPEID, unsigned, const char*) {}
#if __EMSCRIPTEN_major__ == 3 && __EMSCRIPTEN_minor__ == 1 && __EMSCRIPTEN_tiny__ <= 6  // Later ones take no name.
void _embind_register_emval(TYPEID, const char*) {}
#endif
}
}  // namespace emscripten::internal

namespace wrapup::wasm {
namespace {

// An address in our memory.
using Address = std::uint32_t;

Address address_of(const void* place) { return reinterpret_cast<Address>(place); }

// Where so many bytes can come in. What went out before is gone.
Address room(std::uint32_t bytes) {
    border.outgoing.clear();
    border.incoming.resize(bytes);
    border.at = border.incoming.data();
    return address_of(border.at);
}

// Where it is what went out.
Address answer() { return address_of(border.outgoing.data()); }

// One button in 32 bits, from the lowest: place 4, button 6, rejection + 1 8, confirmation + 1 4, warning + 1 4.
std::uint32_t packed(const Availability& row) {
    const auto plus_one = [](const auto& value) { return value ? static_cast<std::uint32_t>(*value) + 1u : 0u; };
    static_assert(static_cast<unsigned>(Place::count) <= 16 && static_cast<unsigned>(ButtonId::count) <= 64);
    return static_cast<std::uint32_t>(row.place) | static_cast<std::uint32_t>(row.button) << 4u |
           plus_one(row.rejection) << 10u | plus_one(row.asks) << 18u | plus_one(row.warns) << 22u;
}

std::array<std::uint32_t, placements.size()> buttons_of_last_asked;

// A text goes out.
void rules_id() { put(std::string(wrapup::rules_id)); }

// A state goes out.
void initial() { put(Conversation{}); }

// An actor, a policy and a list of actors come in.
void keep_setting() {
    kept.actor = taken<Actor>();
    kept.policy = taken<Policy>();
    kept.colleagues = taken<std::vector<Actor>>();
}

// A state comes in.
void keep_state(std::uint32_t slot) {
    if (slot >= kept.states.size()) kept.states.resize(slot + 1);
    kept.states[slot] = taken<Conversation>();
}

// How many there are; they are at packed_buttons().
std::uint32_t available(std::uint32_t slot, double at) {
    std::uint32_t count = 0;
    for (const Availability& row : wrapup::available(kept.states[slot], kept.actor, setting(at)))
        buttons_of_last_asked[count++] = packed(row);
    return count;
}

Address packed_buttons() { return address_of(buttons_of_last_asked.data()); }

// A state and an event come in, a state goes out.
void evolve() {
    auto state = taken<Conversation>();
    put(wrapup::evolve(std::move(state), taken<Event>()));
}

// A state and the parts of a request come in: actor, seen, confirmed, steps. What goes out are events if it returns
// true, else it is a rejection. By the kept policy and colleagues; the actor is the request's.
bool decide(double at) {
    const auto state = taken<Conversation>();
    const Request request{taken<Actor>(), taken<Version>(), taken<Set<Confirmation>>(), taken<Commands>()};
    const Decision decision = wrapup::decide(state, request, setting(at));
    const auto* events = std::get_if<Events>(&decision);
    if (events != nullptr)
        put(*events);
    else
        put(std::get<Rejection>(decision));
    return events != nullptr;
}

// A button, an actor and a payload come in, commands go out.
void commands_of() {
    const auto button = taken<ButtonId>();
    const auto actor = taken<Actor>();
    put(wrapup::commands_of(button, actor, taken<Payload>()));
}

// The conversation in this slot.
std::uint32_t status(std::uint32_t slot) { return static_cast<std::uint32_t>(wrapup::status(kept.states[slot])); }

}  // namespace
}  // namespace wrapup::wasm

EMSCRIPTEN_BINDINGS(everybody) {
    using namespace wrapup;
    emscripten::function("room", &wasm::room);
    emscripten::function("answer", &wasm::answer);
    emscripten::function("rules_id", &wasm::rules_id);
    emscripten::function("initial", &wasm::initial);
    emscripten::function("keep_setting", &wasm::keep_setting);
    emscripten::function("keep_state", &wasm::keep_state);
    emscripten::function("available", &wasm::available);
    emscripten::function("packed_buttons", &wasm::packed_buttons);
    emscripten::function("evolve", &wasm::evolve);
    emscripten::function("decide", &wasm::decide);
    emscripten::function("commands_of", &wasm::commands_of);
    emscripten::function("status", &wasm::status);
}
