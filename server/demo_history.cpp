#include "server/demo_history.hpp"

#include <algorithm>

#include "core/channel.hpp"
#include "core/evolve.hpp"
#include "server/demo.hpp"
#include "server/the_system.hpp"

namespace wrapup::server {
namespace {

using namespace std::chrono_literals;

constexpr int waits_max = 12;  // In one history, so that it is over in time.

// About how long it takes until somebody says something, by Channel.
constexpr std::array<std::chrono::minutes, static_cast<std::size_t>(Channel::count)> pace_of_channel{
    2min, 100min, 2min, 70min, 6min, 20min, 300min, 300min};

Milliseconds below(Dice& dice, Milliseconds end) {
    return Milliseconds{dice.below(static_cast<std::uint64_t>(std::max<std::int64_t>(end.count(), 1)))};
}

}  // namespace

DemoHistory::DemoHistory(const DemoPlot& plot, const Policy& policy, const std::vector<Actor>& team, DemoTalk& talk,
                         Dice& dice)
    : plot_(plot), policy_(policy), team_(team), talk_(talk), dice_(dice), at_(plot.starts_at) {
    const Milliseconds usual = pace_of_channel[static_cast<std::size_t>(plot.channel)];
    pace_ = std::min(usual, Milliseconds{(plot.now - plot.starts_at) / (2 * waits_max)});
    if (plot.channel == Channel::call)
        tell_call();
    else if (traits(plot.channel).customer == Has::yes)
        tell();
    else
        tell_task();
}

// Half of the pace up to twice as long.
void DemoHistory::wait() { at_ = std::min(at_ + pace_ / 2 + below(dice_, pace_ + pace_ / 2), plot_.now); }

void DemoHistory::ask(const Actor& who, Commands steps) {
    const Request request{who, state_.version, {}, std::move(steps)};
    Decision decision = decide(state_, request, {policy_, team_, at_});
    auto* decided = std::get_if<Events>(&decision);
    if (decided == nullptr) return;
    for (Event& event : *decided) {
        state_ = evolve(std::move(state_), event);
        events_.push_back(std::move(event));
    }
}

void DemoHistory::answer(std::string text, Commands then) {
    Commands steps{MarkRead{state_.version}, Reply{std::move(text)}};
    std::move(then.begin(), then.end(), std::back_inserter(steps));
    ask(plot_.owner, std::move(steps));
}

void DemoHistory::open(Commands steps) {
    steps.insert(steps.begin(), Start{demo_site, plot_.channel, {plot_.customer.id}, {}});
    ask(plot_.customer, std::move(steps));
}

void DemoHistory::tell() {
    open({Receive{talk_.question()}});
    if (plot_.ending == DemoEnding::unassigned) return;
    wait();
    if (dice_.in_a_hundred(15)) {
        ask(plot_.customer, {Receive{talk_.more()}});
        wait();
    }
    find_owner();
    if (plot_.ending == DemoEnding::closed && dice_.in_a_hundred(3)) return close_without_reply();
    answer(talk_.answer());
    if (dice_.in_a_hundred(20)) ask(plot_.owner, {AddNote{talk_.note()}});
    go_back_and_forth();
    finish();
}

// Somebody who was called has answered with that.
void DemoHistory::tell_call() {
    open({});
    if (plot_.ending == DemoEnding::unassigned) return ask(plot_.customer, {End{}});
    at_ = std::min(at_ + 5s + below(dice_, 40s), plot_.now);
    ask(plot_.owner, {Claim{}});
    wait();
    ask(plot_.customer, {End{}});
    ask(plot_.owner, {AddNote{talk_.note()}});
    finish();
}

void DemoHistory::tell_task() {
    ask(plot_.owner, {Start{demo_site, plot_.channel, {}, {}}, AddNote{talk_.task()}});
    if (plot_.ending == DemoEnding::unassigned) return;
    wait();
    find_owner();
    if (dice_.in_a_hundred(40)) ask(plot_.owner, {AddNote{talk_.note()}});
    wait();
    finish();
}

// Mostly at once; sometimes by a colleague, or after one.
void DemoHistory::find_owner() {
    const auto chance = dice_.below(100);
    if (chance < 4) {
        ask(plot_.colleague, {Claim{}});
        ask(plot_.colleague, {AddNote{talk_.note()}, Assign{{plot_.owner.id}}});
    } else if (chance < 8) {
        ask(plot_.colleague, {Claim{}});
        wait();
        ask(plot_.colleague, {Release{}});
        wait();
    }
    ask(plot_.owner, {Claim{}});
}

void DemoHistory::go_back_and_forth() {
    for (int turns = 0; turns < 3 && dice_.in_a_hundred(45); ++turns) {
        wait();
        ask(plot_.customer, {Receive{talk_.more()}});
        wait();
        answer(talk_.answer());
    }
}

void DemoHistory::finish() {
    switch (plot_.ending) {
        case DemoEnding::closed:
            return close();
        case DemoEnding::owed:
            return customer_writes_again();
        case DemoEnding::waiting:
            return end_session();
        case DemoEnding::snoozed:
            end_session();
            return snooze();
        case DemoEnding::unassigned:
            break;
    }
}

void DemoHistory::close() {
    if (!talk_.topic().empty() && dice_.in_a_hundred(85)) ask(plot_.owner, {SetTopics{{{talk_.topic()}}}});
    if (!policy_.required_topics.empty() && state_.topics.empty())
        ask(plot_.owner, {SetTopics{{policy_.required_topics.front()}}});
    wait();
    const bool writes = traits(plot_.channel).customer == Has::yes && plot_.channel != Channel::call;
    const auto chance = dice_.below(100);
    if (writes && chance < 35) {
        ask(plot_.customer, {Receive{talk_.thanks()}});
        wait();
        answer(talk_.goodbye(), {End{true}, Close{}});
    } else if (writes && chance < 55) {
        ask(plot_.customer, {Receive{talk_.thanks()}});
        wait();
        ask(plot_.owner, {MarkRead{state_.version}, NoReplyNeeded{}, End{true}});
        ask(plot_.owner, {Close{}});
    } else {
        ask(plot_.owner, {End{true}, Close{}});
    }
    if (dice_.in_a_hundred(2)) close_again();
}

// There was nothing to answer: somebody who was wrong here, or advertised.
void DemoHistory::close_without_reply() {
    ask(plot_.owner, {MarkRead{state_.version}, NoReplyNeeded{}, End{true}});
    ask(plot_.owner, {Close{}});
}

void DemoHistory::close_again() {
    wait();
    ask(plot_.owner, {Reopen{}, AddNote{talk_.note()}});
    wait();
    ask(plot_.owner, {Close{}});
}

// By the customer, or because they say no more.
void DemoHistory::end_session() {
    if (!state_.session_active()) return;
    const Time idle_at = at_ + Milliseconds{policy_.idle_end_ms};
    if (idle_at <= plot_.now && dice_.in_a_hundred(60)) {
        at_ = idle_at;
        ask(the_system, {End{}});
    } else {
        wait();
        ask(plot_.customer, {End{}});
    }
}

void DemoHistory::snooze() {
    if (dice_.in_a_hundred(30)) return ask(plot_.owner, {Snooze{}});
    ask(plot_.owner, {Snooze{plot_.now + 1h + below(dice_, 72h)}});
}

// So lately that an answer is due about now: some are late.
void DemoHistory::customer_writes_again() {
    const auto within = Milliseconds{policy_.respond[plot_.channel].next_ms.value_or(hour_ms)};
    at_ = std::max(at_, plot_.now - below(dice_, within + within / 8));
    ask(plot_.customer, {Receive{talk_.more()}});
}

}  // namespace wrapup::server
