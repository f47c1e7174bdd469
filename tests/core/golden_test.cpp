// The two tables as pictures: who may do what in which state, and which buttons each channel and state shows.
#include "tests/support/golden.hpp"

#include <algorithm>

#include "core/available.hpp"
#include "core/rules.hpp"
#include "tests/support/states.hpp"

namespace wrapup::test {
namespace {

const Policy policy;
const Setting setting{policy, team, at(2)};

Commands one_of_each() {
    return {start_chat,      Claim{},         Release{}, Assign{{"ben"}}, Receive{"text"}, Reply{"text"},
            AddNote{"text"}, NoReplyNeeded{}, End{},     Close{},         Reopen{}};
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

// States that show each difference once; every_state() has the rest, for the laws.
std::vector<NamedState> telling_states(Channel channel) {
    std::vector<NamedState> states = every_state(channel);
    const auto is_boring = [](const NamedState& s) {
        const bool closed_while_active = s.state.closed() && s.state.session_active();
        const bool rare =
            s.name.find("nothing asked") != std::string::npos || s.name.find("not needed") != std::string::npos;
        return closed_while_active || rare;
    };
    states.erase(std::remove_if(states.begin(), states.end(), is_boring), states.end());
    return states;
}

}  // namespace

TEST_CASE("golden: who may give which command in which state") {
    std::string picture = "What each command of a chat leads to, without confirmation, with everything seen.\n";
    const std::vector<std::pair<std::string, Actor>> actors{
        {"customer", visitor}, {"agent ana", ana}, {"supervisor mia", mia}, {"system", the_system}};
    for (const Command& command : one_of_each()) {
        picture += "\n" + std::string(rules[command.index()].command) + "\n";
        for (const auto& [name, state] : telling_states(Channel::chat)) {
            if (std::holds_alternative<session::None>(state.session)) continue;
            picture += "  " + padded(name, 34);
            for (const auto& [who, actor] : actors)
                picture += " | " + who + ": " + padded(named(decide(state, {actor, 6, {}, {command}}, setting)), 24);
            while (picture.back() == ' ') picture.pop_back();
            picture += "\n";
        }
    }
    check_golden("rules.txt", picture);
}

TEST_CASE("golden: which buttons each channel and state shows") {
    std::string picture =
        "Place: button, by channel, state and role; in () why it is disabled, in <> what it asks first.\n";
    for (const ChannelTraits& channel : channels) {
        for (const auto& [role_name, actor] :
             {std::pair<std::string, Actor>{"agent ana", ana}, {"supervisor mia", mia}, {"customer", visitor}}) {
            picture += "\n" + std::string(name_of(channel.channel)) + ", " + role_name + "\n";
            for (const auto& [name, state] : telling_states(channel.channel)) {
                if (std::holds_alternative<session::None>(state.session) == (channel.session == Has::yes)) continue;
                if (channel.session == Has::no && !std::holds_alternative<session::None>(state.session)) continue;
                picture += "  " + name + "\n   ";
                for (const Availability& row : available(state, actor, setting)) {
                    picture += " " + std::string(name_of(row.place)) + ": " + std::string(name_of(row.button));
                    if (row.rejection) picture += " (" + std::string(name_of(*row.rejection)) + ")";
                    if (row.asks) picture += " <" + std::string(name_of(*row.asks)) + ">";
                    picture += ";";
                }
                picture += "\n";
            }
        }
    }
    check_golden("buttons.txt", picture);
}

}  // namespace wrapup::test
