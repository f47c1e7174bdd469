#include "tests/differential/cases.hpp"

#include <algorithm>

#include "core/digest.hpp"
#include "core/due.hpp"
#include "core/evolve.hpp"
#include "core/routing.hpp"
#include "tests/differential/anything.hpp"
#include "tests/differential/text.hpp"

namespace wrapup::differential {
namespace {

// Somebody who may begin one begins it, on any channel, so that most walks get somewhere.
Commands beginning(Random& random, const Actor& actor) {
    const auto channel = random.any<Channel>();
    const bool has_customer = traits(channel).customer == Has::yes;
    const std::string customer = actor.role == Role::customer ? actor.id : "vera";
    Commands steps{Start{actor.sites.empty() ? SiteId{sites[0]} : actor.sites[0],
                         channel,
                         {has_customer ? customer : std::string()},
                         {}}};
    if (actor.role == Role::customer) steps.push_back(Receive{any_text(random)});
    return steps;
}

// Of the actors, those who may do the most.
constexpr std::size_t agents_first = 4;

bool leads_somewhere(const Decision& decision) {
    const auto* events = std::get_if<Events>(&decision);
    return events != nullptr && !events->empty();
}

}  // namespace

Block::Block(std::uint64_t seed, std::uint64_t number)
    // Far apart in the sequence of the seed's own numbers, so that no two blocks overlap.
    : random_(Random(seed ^ Random(number).next()).next()),
      under_(any_circumstances(random_)),
      now_(any_start(random_)) {}

// Mostly the one who has just asked, as people do; and it spares wasm the conversion of another.
void Block::choose_actor() {
    if (!random_.one_in(3)) return;
    who_ = static_cast<std::uint32_t>(random_.below(random_.one_in(2) ? agents_first : under_.actors.size()));
    if (!state_.owner || !random_.one_in(2)) return;
    const auto is_owner = [&](const Actor& actor) { return actor.id == state_.owner->value; };
    const auto owner = std::find_if(under_.actors.begin(), under_.actors.end(), is_owner);
    if (owner != under_.actors.end()) who_ = static_cast<std::uint32_t>(owner - under_.actors.begin());
}

Case Block::next() {
    if (random_.one_in(40)) {
        state_ = {};
        now_ = any_start(random_);
    }
    now_ += random_.one_in(3) ? any_window(random_, under_.policy) : Milliseconds{random_.between(-1, 1'000)};
    choose_actor();

    Case one;
    one.who = who_;
    one.at = now_;
    is_beside_the_walk_ = random_.one_in(6);
    one.state = is_beside_the_walk_ ? any_state(random_, under_.policy, now_) : state_;
    one.seen = one.state.version;
    if (random_.one_in(4)) one.seen -= std::min(one.seen, static_cast<Version>(random_.below(4)));
    if (random_.one_in(2)) one.confirmed = every<Confirmation>();

    // Most of what anybody can ask for is refused, so another draw often follows, or walks would not get far.
    for (std::size_t draws = 1 + random_.below(4); draws > 0; --draws) {
        choose_steps(one);
        if (leads_somewhere(decision_on(one))) break;
    }
    return one;
}

void Block::choose_steps(Case& one) {
    const Actor& actor = under_.actors[one.who];
    one.pressed.reset();
    one.steps.clear();
    if (one.state.absent() && !random_.one_in(4)) {
        one.steps = beginning(random_, actor);
    } else if (random_.one_in(3)) {
        one.pressed = Press{random_.any<ButtonId>(), any_payload(random_, under_.policy, one.at)};
        one.steps = commands_of(one.pressed->button, actor, one.pressed->payload);
    } else {
        const std::size_t count = random_.one_in(3) ? random_.below(5) : 1;
        for (std::size_t i = 0; i < count; ++i)
            one.steps.push_back(any_command(random_, one.state, under_.policy, actor, one.at));
    }
}

Decision Block::decision_on(const Case& one) const {
    return decide(one.state, {under_.actors[one.who], one.seen, one.confirmed, one.steps},
                  {under_.policy, under_.colleagues, one.at});
}

Result Block::judge(const Case& one) const {
    const Actor& actor = under_.actors[one.who];
    Result result;
    result.decision = decision_on(one);
    result.after = one.state;
    if (const auto* events = std::get_if<Events>(&result.decision))
        for (const Event& event : *events) result.after = evolve(std::move(result.after), event);
    result.digest = digest(result.after);
    result.status = status(result.after);
    result.due = due(result.after, under_.policy);
    result.unread = is_unread(result.after, actor);
    result.available = available(result.after, actor, {under_.policy, under_.colleagues, one.at});
    if (one.pressed) result.pressed = commands_of(one.pressed->button, actor, one.pressed->payload);
    return result;
}

void Block::go_on_from(const Case& one, const Result& result) {
    if (is_beside_the_walk_) return;
    now_ = one.at;
    state_ = result.after;
}

}  // namespace wrapup::differential
