// Laws that hold for every conversation: over every abstract state, and over random histories with printed seeds.
#include <iostream>

#include "core/available.hpp"
#include "core/refusal.hpp"
#include "core/visible.hpp"
#include "tests/support/random_case.hpp"

namespace wrapup::test {
namespace {

bool leads_to_an_event(const Conversation& state, const Actor& actor, ButtonId id, const Setting& setting) {
    const Request request{actor, state.version, every<Confirmation>(), commands_of(id, actor, "text")};
    const Decision decision = decide(state, request, setting);
    const auto* events = std::get_if<Events>(&decision);
    return events != nullptr && !events->empty();
}

Conversation as_seen_by(const Actor& actor, const Events& history) {
    Conversation state;
    for (const Event& event : history)
        if (const auto visible = visible_to(event, actor)) state = evolve(std::move(state), *visible);
    return state;
}

bool same_buttons(const Availabilities& a, const Availabilities& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

}  // namespace

TEST_CASE("law: a button is enabled exactly when its commands lead to an event") {
    std::size_t visited = 0;
    for (const Policy& policy : policies())
        for (const std::int64_t now : {2, 1'000'000})
            for (const ChannelTraits& channel : channels)
                for (const auto& [name, state] : every_state(channel.channel))
                    for (const Actor& actor : everybody()) {
                        const Setting setting{policy, team, at(now)};
                        for (const Availability& row : available(state, actor, setting)) {
                            ++visited;
                            if (button(row.button).steps[0] == Step::next) continue;
                            const bool enabled = !row.rejection;
                            if (enabled == leads_to_an_event(state, actor, row.button, setting)) continue;
                            FAIL(name << ", " << actor.id << ", " << name_of(row.button));
                        }
                    }
    std::cout << "buttons visited: " << visited << '\n';
    CHECK(visited > 10'000);
}

TEST_CASE("law: what a button asks is what its commands are refused for until confirmed") {
    const Setting setting{policies()[0], team, at(2)};
    for (const auto& [name, state] : every_state(Channel::chat))
        for (const Availability& row : available(state, ana, setting)) {
            if (row.rejection || button(row.button).steps[0] == Step::next) continue;
            INFO(name << ", " << name_of(row.button));
            const Decision bare = decide(state, {ana, 6, {}, commands_of(row.button, ana, "text")}, setting);
            CHECK((named(bare) == "reply_owed") == row.asks.has_value());
        }
}

TEST_CASE("laws over random histories") {
    const auto seed = GENERATE(range(0u, 400u));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Policy& policy = policies()[random() % policies().size()];
    Conversation live;
    Events history;
    std::size_t accepted = 0;

    for (int tick = 1; tick <= 200; ++tick) {
        const Setting setting{policy, team, at(tick)};
        const Actor& actor = tick == 1 ? visitor : anybody(random);
        const Version unseen = random() % 4 == 0 ? std::min(live.version, static_cast<Version>(random() % 3)) : 0;
        const Request request{actor, live.version - unseen, random() % 2 ? every<Confirmation>() : Set<Confirmation>{},
                              tick == 1 ? Commands{start_chat} : Commands{any_command(random, TextKind::any)}};
        const Command& command = request.steps[0];
        const Decision decision = decide(live, request, setting);
        REQUIRE(decision == decide(live, request, setting));
        const auto* events = std::get_if<Events>(&decision);
        if (events == nullptr) continue;

        const Conversation before = live;
        for (const Event& event : *events) {
            REQUIRE(event.version == live.version + 1);
            live = evolve(std::move(live), event);
            history.push_back(event);
        }
        accepted += events->size();
        REQUIRE(live == replay(history));
        if (events->empty()) continue;

        // Only what may leave Closed leaves it; ending never closes; nothing closes over an unseen message.
        const bool may_reopen = std::holds_alternative<Reopen>(command) || std::holds_alternative<Receive>(command);
        if (before.closed() && !live.closed()) REQUIRE(may_reopen);
        if (std::holds_alternative<End>(command)) REQUIRE_FALSE(live.closed());
        if (!before.closed() && live.closed() && actor.role != Role::system) {
            REQUIRE(before.customer_wrote_at <= request.seen);
            REQUIRE(before.owner == AgentId{actor.id});
            REQUIRE_FALSE(before.session_active());
        }
        // A person acts only on what they may know of, and a customer never learns of notes.
        REQUIRE(may_know(live, actor));
        const Conversation theirs = as_seen_by(visitor, history);
        REQUIRE(same_buttons(available(theirs, visitor, setting), available(live, visitor, setting)));
        // Giving the same command again changes nothing that the first did not.
        if (std::holds_alternative<Claim>(command) || std::holds_alternative<Close>(command))
            REQUIRE(named(decide(live, request, setting)) == "events:");
    }
    CHECK(accepted > 10);
}

}  // namespace wrapup::test
