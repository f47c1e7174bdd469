// Laws that hold for every conversation, over random histories of 200 commands. A failure prints its seed.
#include <iostream>

#include "core/available.hpp"
#include "core/due.hpp"
#include "core/routing.hpp"
#include "core/timers.hpp"
#include "core/visible.hpp"
#include "tests/support/random_case.hpp"

namespace wrapup::test {
namespace {

constexpr std::uint32_t histories = 1'000;
constexpr int commands_of_a_history = 200;

// One conversation as it goes on, and everything that was ever done to it.
struct Walk {
    Policy policy;
    Conversation live;
    Events history;
    std::size_t accepted = 0;
    std::size_t capacity_taken = 0, capacity_freed = 0;

    Decision take(const Request& request, const Setting& setting) {
        const Decision decision = decide(live, request, setting);
        REQUIRE(decision == decide(live, request, setting));
        if (const auto* events = std::get_if<Events>(&decision))
            for (const Event& event : *events) {
                REQUIRE(event.version == live.version + 1);
                const bool counted = load_group(live).has_value();
                live = evolve(std::move(live), event);
                capacity_taken += !counted && load_group(live);
                capacity_freed += counted && !load_group(live);
                history.push_back(event);
                ++accepted;
            }
        return decision;
    }
};

Conversation as_seen_by(const Actor& actor, const Walk& walk) {
    Conversation state;
    for (const Event& event : walk.history)
        if (const auto visible = visible_to(event, actor, walk.policy)) state = evolve(std::move(state), *visible);
    return state;
}

bool same_buttons(const Availabilities& a, const Availabilities& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

bool has(const Events& events, std::size_t fact) {
    return std::any_of(events.begin(), events.end(), [&](const Event& event) { return event.fact.index() == fact; });
}
template <class T>
bool has(const Events& events) {
    return has(events, Fact{T{}}.index());
}

Request any_request(std::mt19937& random, const Walk& walk, Time now, bool first) {
    const Actor& actor = first ? visitor : anybody(random);
    const Version unseen = random() % 4 == 0 ? std::min(walk.live.version, static_cast<Version>(random() % 3)) : 0;
    return {actor, walk.live.version - unseen, random() % 2 ? every<Confirmation>() : Set<Confirmation>{},
            first ? Commands{start_chat} : Commands{any_command(random, TextKind::any, now)}};
}

// What may lead out of Closed, what closes, and what must not be closed over.
void check_closing(const Conversation& before, const Walk& walk, const Request& request) {
    const Command& command = request.steps[0];
    const Conversation& after = walk.live;
    const bool may_reopen = std::holds_alternative<Reopen>(command) || std::holds_alternative<Receive>(command) ||
                            std::holds_alternative<UndoClose>(command);
    if (before.closed() && !after.closed()) REQUIRE(may_reopen);
    if (std::holds_alternative<End>(command)) REQUIRE(before.closed() == after.closed());
    if (!before.closed() && after.closed() && request.actor.role != Role::system) {
        REQUIRE(before.customer_wrote_at <= request.seen);
        REQUIRE(before.owner == AgentId{request.actor.id});
        REQUIRE_FALSE(before.session_active());
    }
}

// A customer's message is attached, or refused with a reason that the widget can act on.
void check_that_no_message_is_lost(const Conversation& before, const Decision& decision, const Request& request) {
    const auto* receive = std::get_if<Receive>(&request.steps[0]);
    if (receive == nullptr || request.actor.id != before.customer.value) return;
    if (const auto* events = std::get_if<Events>(&decision)) {
        REQUIRE(has<MessageReceived>(*events));
    } else {
        const Rejection reason = std::get<Rejection>(decision);
        REQUIRE((reason == Rejection::locked || reason == Rejection::empty || reason == Rejection::invalid_text));
    }
}

// Giving the same command again changes nothing that the first did not.
void check_that_twice_is_once(const Walk& walk, const Request& request, const Setting& setting) {
    const Command& command = request.steps[0];
    const bool idempotent = std::holds_alternative<Claim>(command) || std::holds_alternative<Close>(command) ||
                            std::holds_alternative<SetTopics>(command) || std::holds_alternative<MarkRead>(command) ||
                            std::holds_alternative<Left>(command) || std::holds_alternative<Returned>(command) ||
                            std::holds_alternative<Identify>(command);
    if (idempotent) REQUIRE(named(decide(walk.live, request, setting)) == "events:");
}

// Closing by the button and undoing it leads back to where it was.
void check_that_undo_is_the_inverse_of_close(const Walk& walk, const Setting& setting) {
    if (walk.live.closed() || walk.live.owner != AgentId{"ana"}) return;
    Walk other = walk;
    const auto close = commands_of(ButtonId::end_and_close, ana, {});
    const Decision closing = other.take({ana, other.live.version, every<Confirmation>(), close}, setting);
    if (std::holds_alternative<Rejection>(closing)) return;
    REQUIRE(other.live.closed());
    other.take({ana, other.live.version, {}, {UndoClose{}}}, setting);
    Conversation expected = walk.live;
    expected.version = other.live.version;
    REQUIRE((other.live == expected));
}

void check_timers(const Walk& walk) {
    const auto timers = timers_due(walk.live, walk.policy);
    if (walk.live.closed()) REQUIRE(timers.empty());
    for (const Timer& timer : timers) {
        const Decision decision =
            decide(walk.live, {the_system, 0, {}, commands_of(timer.kind, walk.live)}, {walk.policy, team, timer.at});
        REQUIRE(std::holds_alternative<Events>(decision));
        REQUIRE_FALSE(std::get<Events>(decision).empty());
        if (timer.kind == TimerKind::idle_end) REQUIRE_FALSE(has<Closed>(std::get<Events>(decision)));
    }
}

void check_the_state(const Walk& walk, const Setting& setting) {
    REQUIRE((walk.live == replay(walk.history)));
    const bool not_needed = std::holds_alternative<answer::NotNeeded>(walk.live.answer);
    if (not_needed) REQUIRE_FALSE(due(walk.live, walk.policy).has_value());
    REQUIRE(walk.capacity_taken - walk.capacity_freed == (load_group(walk.live) ? 1u : 0u));
    const Conversation theirs = as_seen_by(visitor, walk);
    REQUIRE(same_buttons(available(theirs, visitor, setting), available(walk.live, visitor, setting)));
    REQUIRE(theirs.topics.empty());
    REQUIRE_FALSE(theirs.snoozed());
}

}  // namespace

TEST_CASE("laws over random histories") {
    std::size_t accepted = 0;
    for (std::uint32_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Walk walk;
        walk.policy = policies()[random() % policies().size()];
        walk.policy.rejoin_window_ms = 3;
        walk.policy.undo_window_ms = 5;
        for (int tick = 1; tick <= commands_of_a_history; ++tick) {
            const Setting setting{walk.policy, team, at(tick)};
            const Request request = any_request(random, walk, setting.at, tick == 1);
            const Conversation before = walk.live;
            const Decision decision = walk.take(request, setting);
            check_that_no_message_is_lost(before, decision, request);
            const auto* events = std::get_if<Events>(&decision);
            if (events == nullptr || events->empty()) continue;
            check_closing(before, walk, request);
            check_that_twice_is_once(walk, request, setting);
            check_that_undo_is_the_inverse_of_close(walk, setting);
            check_timers(walk);
            check_the_state(walk, setting);
        }
        accepted += walk.accepted;
    }
    std::cout << "laws over " << histories << " histories, " << accepted << " events\n";
    CHECK(accepted > histories * 20);
}

}  // namespace wrapup::test
