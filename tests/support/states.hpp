// The states of a conversation that differ for the rules, by name. What a rule cannot tell apart is one state.
#pragma once

#include "tests/support/scenario.hpp"

namespace wrapup::test {

struct NamedState {
    std::string name;
    Conversation state;
};

inline const std::vector<Actor>& everybody() {
    static const std::vector<Actor> actors{visitor, other_visitor, ana, ben, mia, admin, stranger, the_system};
    return actors;
}

// Every phase × session × answer × owner of a channel, also those that no history leads to: the rules must know what to
// say in each. `customer_wrote_at` is 5 and the version 6.
inline std::vector<NamedState> every_state(Channel channel) {
    const std::vector<std::pair<std::string, Phase>> phases{{"open", phase::Open{}},
                                                            {"closed", phase::Closed{ana.author(), at(1)}}};
    const std::vector<std::pair<std::string, Session>> sessions{
        {"no session", session::None{}}, {"active", session::Active{at(1)}}, {"ended", session::Ended{{}, at(1)}}};
    const std::vector<std::pair<std::string, Answer>> answers{{"nothing asked", answer::None{}},
                                                              {"owed", answer::Owed{at(1)}},
                                                              {"answered", answer::Given{}},
                                                              {"not needed", answer::NotNeeded{}}};
    const std::vector<std::pair<std::string, std::optional<AgentId>>> owners{
        {"unowned", {}}, {"of ana", AgentId{"ana"}}, {"of ben", AgentId{"ben"}}};
    std::vector<NamedState> states;
    for (const auto& [phase_name, phase] : phases)
        for (const auto& [owner_name, owner] : owners)
            for (const auto& [session_name, session] : sessions)
                for (const auto& [answer_name, answer] : answers)
                    states.push_back({phase_name + ", " + owner_name + ", " + session_name + ", " + answer_name,
                                      Conversation{6, shop, channel, {"vera"}, {}, phase, session, answer, owner, 5}});
    return states;
}

}  // namespace wrapup::test
