// given(history).when(request).then(facts) or .refuses(reason).
#pragma once

#include "core/decide.hpp"
#include "core/evolve.hpp"
#include "core/shape.hpp"
#include "tests/support/catch.hpp"

namespace wrapup::test {

inline Time at(std::int64_t milliseconds) { return Time{Milliseconds{milliseconds}}; }

inline const SiteId shop{"shop"};
inline const Actor visitor{Role::customer, "vera", {shop}, {}};
inline const Actor other_visitor{Role::customer, "viktor", {shop}, {}};
inline const Actor ana{Role::agent, "ana", {shop}, {}};
inline const Actor ben{Role::agent, "ben", {shop}, {}};
inline const Actor mia{Role::supervisor, "mia", {shop}, {}};
inline const Actor admin{Role::admin, "ada", {shop}, {}};
inline const Actor stranger{Role::agent, "sam", {SiteId{"elsewhere"}}, {}};
inline const Actor the_system{Role::system, "", {}, {}};
inline const std::vector<Actor> team{ana, ben, mia, admin, stranger};

inline const Start start_chat{shop, Channel::chat, {"vera"}, {}};

// A wire name in a message says more than a number.
inline std::string named(const Decision& decision) {
    if (const auto* rejection = std::get_if<Rejection>(&decision)) return std::string(name_of(*rejection));
    std::string text = "events:";
    for (const Event& event : std::get<Events>(decision))
        text += std::visit([](const auto& fact) { return " " + std::string(Shape<std::decay_t<decltype(fact)>>::tag); },
                           event.fact);
    return text;
}

class Outcome {
public:
    explicit Outcome(Decision decision) : decision_(std::move(decision)) {}

    void then(const std::vector<Fact>& expected) const {
        INFO(named(decision_));
        REQUIRE(std::holds_alternative<Events>(decision_));
        std::vector<Fact> facts;
        for (const Event& event : std::get<Events>(decision_)) facts.push_back(event.fact);
        CHECK(facts == expected);
    }

    void refuses(Rejection expected) const { CHECK(named(decision_) == std::string(name_of(expected))); }

private:
    Decision decision_;
};

// A conversation made by commands that must all be accepted, so that no test starts from what cannot be.
class Scenario {
public:
    const Conversation& state() const { return state_; }
    const Events& history() const { return history_; }

    // One more step of the past: at the next tick, with everything seen and confirmed.
    Scenario and_then(const Actor& actor, Commands steps) && {
        const Setting setting{policy_, team, at(++now_)};
        const Decision decision = decide(state_, {actor, state_.version, every<Confirmation>(), steps}, setting);
        INFO(named(decision));
        REQUIRE(std::holds_alternative<Events>(decision));
        for (const Event& event : std::get<Events>(decision)) {
            state_ = evolve(std::move(state_), event);
            history_.push_back(event);
        }
        return std::move(*this);
    }
    Scenario under(Policy policy) && {
        policy_ = policy;
        return std::move(*this);
    }
    Scenario after(std::int64_t milliseconds) && {
        now_ += milliseconds;
        return std::move(*this);
    }

    Outcome when(const Actor& actor, Commands steps) const { return asked({actor, state_.version, {}, steps}); }
    Outcome when_confirmed(const Actor& actor, Commands steps) const {
        return asked({actor, state_.version, every<Confirmation>(), steps});
    }
    // `unseen` events were not on the screen yet.
    Outcome when_behind(Version unseen, const Actor& actor, Commands steps) const {
        return asked({actor, state_.version - unseen, every<Confirmation>(), steps});
    }

private:
    Outcome asked(const Request& request) const {
        return Outcome(decide(state_, request, Setting{policy_, team, at(now_ + 1)}));
    }

    Policy policy_;
    std::int64_t now_ = 0;
    Conversation state_;
    Events history_;
};

inline Scenario nothing() { return {}; }
// Vera wrote "hello" in a new chat.
inline Scenario a_new_chat() { return nothing().and_then(visitor, {start_chat, Receive{"hello"}}); }
inline Scenario a_chat_of(const Actor& agent) { return a_new_chat().and_then(agent, {Claim{}}); }
inline Scenario an_answered_chat() { return a_chat_of(ana).and_then(ana, {Reply{"hi"}}); }
inline Scenario a_closed_chat() { return an_answered_chat().and_then(ana, {End{}, Close{}}); }

}  // namespace wrapup::test
