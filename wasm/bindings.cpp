// The whole surface that JavaScript sees. The rules live in core/; nothing is decided here.
#include <emscripten/bind.h>

#include "core/decide.hpp"
#include "core/evolve.hpp"
#include "core/overloaded.hpp"
#include "core/rules_id.hpp"
#include "wasm/convert.hpp"

namespace wrapup::wasm {
namespace {

// Keeps what a Setting refers to.
struct OwnedSetting {
    Policy policy;
    std::vector<Actor> colleagues;
    Time at;

    explicit OwnedSetting(const val& js)
        : policy(from_js<Policy>(js["policy"])),
          colleagues(from_js<std::vector<Actor>>(js["colleagues"])),
          at(from_js<Time>(js["at"])) {}
    Setting setting() const { return {policy, colleagues, at}; }
};

Request request_from(const val& js) {
    return {from_js<Actor>(js["actor"]), from_js<Version>(js["seen"]), from_js<Set<Confirmation>>(js["confirmed"]),
            from_js<Commands>(js["steps"])};
}

val initial() { return to_js(Conversation{}); }

val evolve(const val& state, const val& event) {
    return to_js(wrapup::evolve(from_js<Conversation>(state), from_js<Event>(event)));
}

val decide(const val& state, const val& request, const val& setting) {
    val answer = val::object();
    std::visit(overloaded{
                   [&](const Events& events) { answer.set("events", to_js(events)); },
                   [&](Rejection rejection) { answer.set("rejection", to_js(rejection)); },
               },
               wrapup::decide(from_js<Conversation>(state), request_from(request), OwnedSetting(setting).setting()));
    return answer;
}

val available(const val& state, const val& actor, const val& setting) {
    return list_to_js(
        wrapup::available(from_js<Conversation>(state), from_js<Actor>(actor), OwnedSetting(setting).setting()));
}

val commands_of(const val& button, const val& actor, const val& text) {
    return to_js(wrapup::commands_of(from_js<ButtonId>(button), from_js<Actor>(actor), from_js<std::string>(text)));
}

val status(const val& state) { return to_js(wrapup::status(from_js<Conversation>(state))); }
val badge(const val& state) { return to_js(wrapup::badge(wrapup::status(from_js<Conversation>(state)))); }
val reply_owed(const val& state) { return val(from_js<Conversation>(state).reply_owed()); }
val rules_id() { return val(std::string(wrapup::rules_id)); }

}  // namespace
}  // namespace wrapup::wasm

EMSCRIPTEN_BINDINGS(wrapup) {
    using namespace wrapup;
    emscripten::function("rules_id", &wasm::rules_id);
    emscripten::function("initial", &wasm::initial);
    emscripten::function("evolve", &wasm::evolve);
    emscripten::function("decide", &wasm::decide);
    emscripten::function("available", &wasm::available);
    emscripten::function("commands_of", &wasm::commands_of);
    emscripten::function("status", &wasm::status);
    emscripten::function("badge", &wasm::badge);
    emscripten::function("reply_owed", &wasm::reply_owed);
}
