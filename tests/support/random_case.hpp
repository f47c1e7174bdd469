// Random actors and commands, the same for the same seed everywhere.
#pragma once

#include <random>

#include "tests/support/states.hpp"

namespace wrapup::test {

// Mostly those who can do something, so that histories get somewhere.
inline const Actor& anybody(std::mt19937& random) {
    const std::array<const Actor*, 4> busy{&visitor, &ana, &ana, &ben};
    return random() % 4 != 0 ? *busy[random() % busy.size()] : everybody()[random() % everybody().size()];
}

// JSON cannot carry what is not UTF-8.
enum class TextKind : std::uint8_t { any, utf8 };

inline Command any_command(std::mt19937& random, TextKind kind, Time now) {
    const std::array<const char*, 3> texts{"text", "", "\xFF"};
    const std::array<const char*, 4> agents{"ana", "ben", "sam", "nobody"};
    const std::array<const char*, 3> topics{"billing", "shipping", "weather"};
    const std::size_t faults = kind == TextKind::any ? 2 : 1;
    const std::string text = texts[random() % 8 < 6 ? 0 : 1 + random() % faults];
    const Time soon = now + Milliseconds{static_cast<std::int64_t>(random() % 10)};
    const std::array<Command, 22> commands{start_chat,
                                           Claim{},
                                           Release{},
                                           Assign{{agents[random() % 4]}},
                                           Receive{text},
                                           Reply{text},
                                           AddNote{text},
                                           NoReplyNeeded{},
                                           End{},
                                           End{true},
                                           Close{},
                                           Reopen{},
                                           UndoClose{},
                                           Snooze{random() % 2 ? std::optional(soon) : std::nullopt},
                                           Wake{},
                                           SetTopics{{{topics[random() % 3]}, {topics[random() % 2]}}},
                                           MarkRead{static_cast<Version>(random() % 30)},
                                           Left{},
                                           Returned{},
                                           Rate{static_cast<std::uint32_t>(random() % 7), text},
                                           Identify{{random() % 2 ? "vera" : "viktor"}},
                                           Next{}};
    return commands[random() % commands.size()];
}

}  // namespace wrapup::test
