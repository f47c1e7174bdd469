// Random actors and commands, the same for the same seed everywhere.
#pragma once

#include <random>

#include "tests/support/states.hpp"

namespace wrapup::test {

inline const std::vector<Policy>& policies() {
    static const std::vector<Policy> all = [] {
        Policy window, always;
        window.reopen.fill({ReopenMode::window, 1});
        always.reopen.fill({ReopenMode::always, 0});
        return std::vector<Policy>{Policy{}, window, always};
    }();
    return all;
}

// Mostly those who can do something, so that histories get somewhere.
inline const Actor& anybody(std::mt19937& random) {
    const std::array<const Actor*, 4> busy{&visitor, &ana, &ana, &ben};
    return random() % 4 != 0 ? *busy[random() % busy.size()] : everybody()[random() % everybody().size()];
}

// JSON cannot carry what is not UTF-8.
enum class TextKind : std::uint8_t { any, utf8 };

inline Command any_command(std::mt19937& random, TextKind kind) {
    const std::array<const char*, 3> texts{"text", "", "\xFF"};
    const std::array<const char*, 4> agents{"ana", "ben", "sam", "nobody"};
    const std::size_t faults = kind == TextKind::any ? 2 : 1;
    const std::string text = texts[random() % 8 < 6 ? 0 : 1 + random() % faults];
    const std::array<Command, 12> commands{start_chat,    Claim{},     Release{},     Assign{{agents[random() % 4]}},
                                           Receive{text}, Reply{text}, AddNote{text}, NoReplyNeeded{},
                                           End{},         End{true},   Close{},       Reopen{}};
    return commands[random() % commands.size()];
}

}  // namespace wrapup::test
