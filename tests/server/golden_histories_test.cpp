// Random histories as the native core decides them, written down. The suite of wasm reads the same file and must agree
// to the letter (tests/wasm/histories.test.ts).
#include "core/available.hpp"
#include "core/overloaded.hpp"
#include "server/json.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/random_case.hpp"

namespace wrapup::test {
namespace {

using server::Json;
using server::to_json;

Json as_json(const Decision& decision) {
    return std::visit(overloaded{
                          [](const Events& events) {
                              return Json{{"events", to_json(events)}};
                          },
                          [](Rejection rejection) {
                              return Json{{"rejection", to_json(rejection)}};
                          },
                      },
                      decision);
}

std::string one_history(std::uint32_t seed) {
    std::mt19937 random(seed);
    const Policy& policy = policies()[seed % policies().size()];
    std::string lines = Json{{"policy", to_json(policy)}, {"colleagues", to_json(team)}}.dump() + "\n";
    Conversation state;
    for (int tick = 1; tick <= 40; ++tick) {
        const Setting setting{policy, team, at(tick)};
        const Actor& actor = tick == 1 ? visitor : anybody(random);
        const Version unseen = std::min(state.version, static_cast<Version>(random() % 3));
        const Request request{
            actor, state.version - unseen, random() % 2 ? every<Confirmation>() : Set<Confirmation>{},
            tick == 1 ? Commands{start_chat, Receive{"Grüße 👋"}} : Commands{any_command(random, TextKind::utf8)}};
        const Decision decision = decide(state, request, setting);
        Json line{{"at", tick},
                  {"actor", to_json(actor)},
                  {"seen", request.seen},
                  {"confirmed", to_json(request.confirmed)},
                  {"steps", to_json(request.steps)},
                  {"decision", as_json(decision)}};
        if (const auto* events = std::get_if<Events>(&decision))
            for (const Event& event : *events) state = evolve(std::move(state), event);
        line["state"] = to_json(state);
        line["status"] = to_json(status(state));
        line["available"] = server::list_to_json(available(state, actor, setting));
        lines += line.dump() + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("golden: random histories are decided as written down") {
    std::string picture;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) picture += one_history(seed);
    check_golden("histories.jsonl", picture);
}

}  // namespace wrapup::test
