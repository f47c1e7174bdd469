// The two tables as pictures: who may do what in which state, and which buttons each channel and state shows.
#include "tests/support/golden.hpp"

#include "core/available.hpp"
#include "core/rules.hpp"
#include "tests/support/states.hpp"

namespace wrapup::test {
namespace {

Policy policy_of_the_pictures() {
    Policy policy;
    policy.topics = {{"billing"}};
    return policy;
}
const Policy policy = policy_of_the_pictures();
const Setting setting{policy, team, moment};

Actor available_for_all(Actor agent) {
    agent.available = every<Group>();
    return agent;
}
const std::vector<std::pair<std::string, Actor>> roles{{"customer", visitor},
                                                       {"agent ana", available_for_all(ana)},
                                                       {"supervisor mia", available_for_all(mia)},
                                                       {"system", the_system}};

// Everything but next, which is not about one conversation.
Commands one_of_each() {
    return {Claim{},
            Release{},
            Assign{{"ben"}},
            Receive{"text"},
            Reply{"text"},
            AddNote{"text"},
            NoReplyNeeded{},
            End{},
            Close{},
            Reopen{},
            UndoClose{},
            Snooze{},
            Wake{},
            SetTopics{{{"billing"}}},
            MarkRead{6},
            Left{},
            Returned{},
            Rate{5, "text"},
            Identify{{"wanda"}}};
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

// Without the word that every accepted one has.
std::string told(const Decision& decision) {
    std::string text = named(decision);
    if (std::holds_alternative<Rejection>(decision)) return text;
    return std::get<Events>(decision).empty() ? "-" : ">" + text.substr(sizeof("events:") - 1);
}

// As in "end_and_close <reply_owed>", "claim (owned_by)", "claim !over_capacity".
std::string told(const Availability& row) {
    std::string text(name_of(row.button));
    if (row.rejection) text.append(" (").append(name_of(*row.rejection)).append(")");
    if (row.asks) text.append(" <").append(name_of(*row.asks)).append(">");
    if (row.warns) text.append(" !").append(name_of(*row.warns));
    return text;
}

// Line by line: place, and the buttons that stand there.
std::string buttons_of(const Conversation& state, const Actor& actor) {
    std::string picture;
    Place last = Place::count;
    for (const Availability& row : available(state, actor, setting)) {
        picture += row.place == last ? ", " : "\n    " + padded(std::string(name_of(row.place)), 14) + " ";
        picture += told(row);
        last = row.place;
    }
    return picture + "\n";
}

}  // namespace

TEST_CASE("golden: who may give which command in which state") {
    std::string picture =
        "What each command of a chat leads to, without confirmation and with everything seen: events, a refusal, or\n"
        "nothing to do (-). Ana closed hers just now, ben his long ago.\n";
    for (const Command& command : one_of_each()) {
        picture += "\n" + padded(std::string(rules[command.index()].command), 52);
        for (const auto& [who, actor] : roles) picture += " | " + padded(who, 33);
        while (picture.back() == ' ') picture.pop_back();
        picture += "\n";
        for (const auto& [name, state] : telling_states(Channel::chat)) {
            picture += "  " + padded(name, 50);
            for (const auto& [who, actor] : roles)
                picture += " | " + padded(told(decide(state, {actor, 6, {}, {command}}, setting)), 33);
            while (picture.back() == ' ') picture.pop_back();
            picture += "\n";
        }
    }
    check_golden("rules.txt", picture);
}

TEST_CASE("golden: which buttons each channel and state shows") {
    std::string picture =
        "By channel, role and state: place, and the buttons there. In () why one is disabled, in <> what it asks "
        "first.\n"
        "Where several stand in a single place, the first that is enabled is shown. The labels are in labels.txt.\n";
    for (const ChannelTraits& channel : channels)
        for (const auto& [who, actor] : roles) {
            if (actor.role == Role::system || (actor.role == Role::customer && channel.customer == Has::no)) continue;
            picture += "\n" + std::string(name_of(channel.channel)) + ", " + who + "\n";
            for (const auto& [name, state] : telling_states(channel.channel))
                picture += "  " + name + buttons_of(state, actor);
        }
    check_golden("buttons.txt", picture);
}

}  // namespace wrapup::test
