// Random histories as the native core decides them, written down. The suite of wasm reads the same file and must agree
// to the letter (tests/wasm/histories.test.ts).
#include "core/available.hpp"
#include "core/digest.hpp"
#include "core/overloaded.hpp"
#include "server/json.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/random_case.hpp"

namespace wrapup::test {
namespace {

using server::encode;
using server::Json;

Json as_json(const Decision& decision) {
    return std::visit(overloaded{
                          [](const Events& events) {
                              return Json{{"events", encode(events)}};
                          },
                          [](Rejection rejection) {
                              return Json{{"rejection", encode(rejection)}};
                          },
                      },
                      decision);
}

std::string one_history(std::uint32_t seed) {
    std::mt19937 random(seed);
    const Policy& policy = policies()[seed % policies().size()];
    std::string lines = Json{{"policy", encode(policy)}, {"colleagues", encode(team)}}.dump() + "\n";
    Conversation state;
    for (int tick = 1; tick <= 40; ++tick) {
        const Setting setting{policy, team, at(tick)};
        const Actor& actor = tick == 1 ? visitor : anybody(random);
        const Version unseen = std::min(state.version, static_cast<Version>(random() % 3));
        const Request request{actor, state.version - unseen, random() % 2 ? every<Confirmation>() : Set<Confirmation>{},
                              tick == 1 ? Commands{start_chat, Receive{"Grüße 👋"}}
                                        : Commands{any_command(random, TextKind::utf8, setting.at)}};
        const Decision decision = decide(state, request, setting);
        Json line{{"at", tick},
                  {"actor", encode(actor)},
                  {"seen", request.seen},
                  {"confirmed", encode(request.confirmed)},
                  {"steps", encode(request.steps)},
                  {"decision", as_json(decision)}};
        if (const auto* events = std::get_if<Events>(&decision))
            for (const Event& event : *events) state = evolve(std::move(state), event);
        line["state"] = encode(state);
        line["digest"] = digest(state);
        line["status"] = encode(status(state));
        line["available"] = server::encode_list(available(state, actor, setting));
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
