// What the native core takes for one request: a line for each kind of work, its name and the nanoseconds of the median.
#include <algorithm>
#include <chrono>
#include <iostream>

#include "core/available.hpp"
#include "core/decide.hpp"
#include "core/evolve.hpp"

namespace wrapup::bench {
namespace {

constexpr std::size_t batches = 401, runs_of_a_batch = 500;

const SiteId shop{"shop"};
const Actor visitor{Role::customer, "vera", {shop}, {}};
const Actor ana{Role::agent, "ana", {shop}, every<Group>()};
const std::vector<Actor> team{ana, {Role::agent, "ben", {shop}, every<Group>()}};
const Policy policy;
const Setting setting{policy, team, Time{Milliseconds{1'000}}};

// Everything that was worked out ends up here, so that the compiler has to work it out.
volatile std::size_t sink;

template <class Work>
void print_median_of(const char* name, const Work& work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> nanoseconds;
    for (std::size_t batch = 0; batch < batches; ++batch) {
        const auto start = Clock::now();
        for (std::size_t run = 0; run < runs_of_a_batch; ++run) sink = sink + work();
        const std::chrono::duration<double, std::nano> took = Clock::now() - start;
        nanoseconds.push_back(took.count() / runs_of_a_batch);
    }
    const auto middle = nanoseconds.begin() + batches / 2;
    std::nth_element(nanoseconds.begin(), middle, nanoseconds.end());
    std::cout << name << '\t' << *middle << '\n';
}

Request request_of(const Conversation& state, const Actor& actor, Commands steps) {
    return {actor, state.version, every<Confirmation>(), std::move(steps)};
}

Conversation after(Conversation state, const Actor& actor, Commands steps) {
    const Decision decision = decide(state, request_of(state, actor, std::move(steps)), setting);
    for (const Event& event : std::get<Events>(decision)) state = evolve(std::move(state), event);
    return state;
}

// What a server does with a request, and a page before it draws the conversation again.
void print_request(const char* name, const Conversation& state, Commands steps) {
    const Request request = request_of(state, ana, std::move(steps));
    print_median_of(name, [&] {
        const Decision decision = decide(state, request, setting);
        Conversation later = state;
        for (const Event& event : std::get<Events>(decision)) later = evolve(std::move(later), event);
        return available(later, ana, setting).size();
    });
}

void print_all() {
    const Conversation fresh =
        after({}, visitor, {Start{shop, Channel::chat, {"vera"}, {}}, Receive{"Where is my parcel?"}});
    const Conversation owned = after(fresh, ana, {Claim{}});
    const Payload bye{"It comes tomorrow.", {}, {}, {}};
    print_request("claim", fresh, {Claim{}});
    print_request("reply", owned, {Reply{bye.text}});
    print_request("End & Close", owned, commands_of(ButtonId::end_and_close, ana, bye));
    print_request("Send & Close", owned, commands_of(ButtonId::send_and_close, ana, bye));
    print_median_of("available", [&] { return available(owned, ana, setting).size(); });
}

}  // namespace
}  // namespace wrapup::bench

int main() { wrapup::bench::print_all(); }
