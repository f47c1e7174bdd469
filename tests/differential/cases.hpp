// Random cases for the rules, in blocks that can each be made again on their own, and what the rules say to them.
#pragma once

#include "core/available.hpp"
#include "core/decide.hpp"
#include "core/shape.hpp"
#include "tests/differential/random.hpp"

namespace wrapup::differential {

inline constexpr std::size_t cases_per_block = 1'000;

// What the cases of a block are decided under, and who asks: agents, supervisors and admins before everybody else.
struct Circumstances {
    Policy policy;
    std::vector<Actor> colleagues;
    std::vector<Actor> actors;
};

struct Press {
    ButtonId button = ButtonId::count;
    Payload payload;
};

struct Case {
    Conversation state;
    std::uint32_t who = 0;  // Index into the actors.
    Version seen = 0;
    Set<Confirmation> confirmed;
    Commands steps;
    std::optional<Press> pressed;  // The button that the steps are of, if they are of one.
    Time at;
};

// Everything that JavaScript can ask the rules about a case.
struct Result {
    Decision decision;
    Conversation after;  // The rest is about this state.
    std::uint32_t digest = 0;
    Status status = Status::count;
    std::optional<Time> due;
    bool unread = false;
    Availabilities available;
    Commands pressed;  // The steps once more, from the button; empty without one.
};

// The cases of one block: a conversation that goes on from request to request, and now and then a state at random that
// no history leads to.
class Block {
public:
    Block(std::uint64_t seed, std::uint64_t number);

    const Circumstances& circumstances() const { return under_; }
    Case next();
    Result judge(const Case& one) const;
    // The next case starts from where this one led.
    void go_on_from(const Case& one, const Result& result);

private:
    Decision decision_on(const Case& one) const;
    void choose_actor();
    void choose_steps(Case& one);

    Random random_;
    Circumstances under_;
    Conversation state_;
    Time now_;
    std::uint32_t who_ = 0;
    bool is_beside_the_walk_ = false;
};

}  // namespace wrapup::differential

namespace wrapup {

// clang-format off
template <> struct Shape<differential::Circumstances> { static constexpr std::tuple fields{Field{"policy", &differential::Circumstances::policy}, Field{"colleagues", &differential::Circumstances::colleagues}, Field{"actors", &differential::Circumstances::actors}}; };
template <> struct Shape<differential::Press>  { static constexpr std::tuple fields{Field{"button", &differential::Press::button}, Field{"payload", &differential::Press::payload}}; };
template <> struct Shape<differential::Case>   { static constexpr std::tuple fields{Field{"state", &differential::Case::state}, Field{"who", &differential::Case::who}, Field{"seen", &differential::Case::seen}, Field{"confirmed", &differential::Case::confirmed}, Field{"steps", &differential::Case::steps}, Field{"pressed", &differential::Case::pressed}, Field{"at", &differential::Case::at}}; };
template <> struct Shape<differential::Result> { static constexpr std::tuple fields{Field{"decision", &differential::Result::decision}, Field{"after", &differential::Result::after}, Field{"digest", &differential::Result::digest}, Field{"status", &differential::Result::status}, Field{"due", &differential::Result::due}, Field{"unread", &differential::Result::unread}, Field{"available", &differential::Result::available}, Field{"pressed", &differential::Result::pressed}}; };
// clang-format on

}  // namespace wrapup
