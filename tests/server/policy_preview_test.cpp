#include "server/policy_preview.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

const Author vera{Role::customer, "vera"};
const Author ana{Role::agent, "ana"};
const Author nobody{Role::system, ""};

Time at(std::int64_t minute) { return Time{Milliseconds{minute * minute_ms}}; }

// Events of one chat, each at a minute.
Events chat(const std::vector<std::tuple<std::int64_t, Author, Fact>>& facts) {
    Events events;
    for (const auto& [minute, by, fact] : facts)
        events.push_back({static_cast<Version>(events.size() + 1), at(minute), by, fact});
    return events;
}
Events asked_then(const std::vector<std::tuple<std::int64_t, Author, Fact>>& facts) {
    std::vector<std::tuple<std::int64_t, Author, Fact>> all{
        {0, vera, Started{{"shop"}, Channel::chat, {"vera"}, {}, false}},
        {0, vera, SessionStarted{}},
        {0, vera, MessageReceived{"hello"}}};
    all.insert(all.end(), facts.begin(), facts.end());
    return chat(all);
}

Foreseen foresee(const Policy& policy, const Events& events, std::int64_t now = 1'000) {
    Foresight foresight(policy, at(now));
    foresight.add(events, at(0));
    return foresight.foreseen();
}

Policy with(void (*change)(Policy&)) {
    Policy policy;
    change(policy);
    return policy;
}

}  // namespace

TEST_CASE("an answer is late by the times of the policy, given or not") {
    const auto answered = asked_then({{3, ana, Claimed{}}, {3, ana, Replied{"hi"}}});
    CHECK(foresee({}, answered).breached == 1);
    const auto slow = with([](Policy& policy) { policy.respond[Channel::chat].first_ms = 5 * minute_ms; });
    CHECK(foresee(slow, answered).breached == 0);
    CHECK(foresee(slow, asked_then({})).breached == 1);
    CHECK(foresee(slow, asked_then({}), 4).breached == 0);
}

TEST_CASE("a silent chat is ended once, when its time has come before anybody did something") {
    const auto silent = asked_then(
        {{1, ana, Claimed{}}, {1, ana, Replied{"hi"}}, {10, vera, MarkedRead{5}}, {16, nobody, SessionEnded{}}});
    CHECK(foresee({}, silent).ended == 1);
    CHECK(foresee(with([](Policy& policy) { policy.idle_end_ms = 2 * minute_ms; }), silent).ended == 1);
    CHECK(foresee(with([](Policy& policy) { policy.idle_end_ms = day_ms; }), silent).ended == 0);
}

TEST_CASE("a chat is closed whose visitor left before anybody was there, and ended where somebody was") {
    const auto left = asked_then({{1, nobody, CustomerLeft{}}, {2, nobody, SessionEnded{}}, {2, nobody, Closed{}}});
    CHECK((foresee({}, left).closed_left == 1 && foresee({}, left).ended == 0));
    const auto patient = with([](Policy& policy) { policy.rejoin_window_ms = day_ms; });
    CHECK(foresee(patient, left).closed_left == 0);
}

TEST_CASE("customers come back to what is open again, or have to start anew") {
    const auto back = asked_then({{1, ana, Claimed{}},
                                  {1, ana, Replied{"hi"}},
                                  {2, ana, SessionEnded{}},
                                  {2, ana, Closed{}},
                                  {62, vera, Reopened{}}});
    CHECK(foresee({}, back).refused == 1);
    const auto hour = with([](Policy& policy) { policy.reopen[Channel::chat] = {ReopenMode::window, hour_ms}; });
    CHECK((foresee(hour, back).reopened == 1 && foresee(hour, back).refused == 0));
    const auto less = with([](Policy& policy) { policy.reopen[Channel::chat] = {ReopenMode::window, hour_ms - 1}; });
    CHECK(foresee(less, back).refused == 1);
}

TEST_CASE("what happened before the days that are looked at is not counted") {
    const auto answered = asked_then({{3, ana, Claimed{}}, {3, ana, Replied{"hi"}}});
    const Policy policy;
    Foresight foresight(policy, at(1'000));
    foresight.add(answered, at(500));
    CHECK(foresight.foreseen().breached == 0);
}

}  // namespace wrapup::server::test
