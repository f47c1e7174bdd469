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

// When every_state() is looked at. Ana closed hers just before, Ben his long ago.
inline const Time moment = at(100'000'000);

// Every phase × owner × session × answer × snooze × topic of a channel, also those that no history leads to: the rules
// must know what to say in each. `customer_wrote_at` is 5 and the version 6.
inline std::vector<NamedState> every_state(Channel channel) {
    const std::vector<std::pair<std::string, Phase>> phases{
        {"open", phase::Open{}},
        {"closed by ana", phase::Closed{ana.author(), moment - Milliseconds{1}, {}, {}}},
        {"closed by ben long ago", phase::Closed{ben.author(), at(2), at(1), {}}}};
    const std::vector<std::pair<std::string, std::optional<AgentId>>> owners{
        {"unowned", {}}, {"of ana", AgentId{"ana"}}, {"of ben", AgentId{"ben"}}};
    const std::vector<std::pair<std::string, Session>> sessions{{"no session", session::None{}},
                                                                {"active", session::Active{at(1), {}}},
                                                                {"active but left", session::Active{at(1), at(2)}},
                                                                {"ended", session::Ended{{}, at(1)}}};
    const std::vector<std::pair<std::string, Answer>> answers{{"nothing asked", answer::None{}},
                                                              {"owed", answer::Owed{at(1), Response::first}},
                                                              {"answered", answer::Given{at(1)}},
                                                              {"not needed", answer::NotNeeded{at(1)}}};
    const std::vector<std::pair<std::string, Snoozing>> snoozings{{"", snooze::None{}},
                                                                  {", snoozed", snooze::UntilReply{}}};
    const std::vector<std::pair<std::string, std::vector<TopicId>>> topics{{"", {}},
                                                                           {", about billing", {{"billing"}}}};
    std::vector<NamedState> states;
    for (const auto& [phase_name, phase] : phases)
        for (const auto& [owner_name, owner] : owners)
            for (const auto& [session_name, session] : sessions)
                for (const auto& [answer_name, answer] : answers)
                    for (const auto& [snooze_name, snoozing] : snoozings)
                        for (const auto& [topic_name, topic] : topics) {
                            Conversation c;
                            c.version = 6;
                            c.site = shop;
                            c.channel = channel;
                            c.customer = {"vera"};
                            c.phase = phase;
                            c.session = session;
                            c.answer = answer;
                            c.snoozing = snoozing;
                            c.owner = owner;
                            c.had_owner = owner.has_value();
                            c.customer_wrote_at = 5;
                            c.topics = topic;
                            states.push_back({phase_name + ", " + owner_name + ", " + session_name + ", " +
                                                  answer_name + snooze_name + topic_name,
                                              std::move(c)});
                        }
    return states;
}

// Without those that no history leads to, and without those that look like another: what a person wants to read.
inline std::vector<NamedState> telling_states(Channel channel) {
    const bool has_session = traits(channel).session == Has::yes;
    std::vector<NamedState> states;
    for (NamedState& named : every_state(channel)) {
        const Conversation& c = named.state;
        const auto says = [&](const char* word) { return named.name.find(word) != std::string::npos; };
        if (std::holds_alternative<session::None>(c.session) == has_session) continue;
        if (!has_session && !std::holds_alternative<session::None>(c.session)) continue;
        if (traits(channel).customer == Has::no && !says("nothing asked")) continue;
        if (traits(channel).customer == Has::yes && says("nothing asked")) continue;
        if (says("left") || says("not needed") || says("billing")) continue;
        if (c.closed() && (c.session_active() || c.snoozed() || c.reply_owed())) continue;
        if (c.snoozed() && (c.session_active() || c.owner != AgentId{"ana"})) continue;
        states.push_back(std::move(named));
    }
    return states;
}

// What is under the rules' eyes at once: reopening × required topics × names.
inline const std::vector<Policy>& policies() {
    static const std::vector<Policy> all = [] {
        std::vector<Policy> made;
        for (const ReopenMode mode : {ReopenMode::locked, ReopenMode::window, ReopenMode::always})
            for (const bool topic_required : {false, true}) {
                Policy policy;
                policy.reopen.of.fill({mode, 1'000});
                policy.topics = {{"billing"}, {"shipping"}};
                if (topic_required) policy.required_topics = {{"billing"}};
                policy.agent_names = topic_required ? AgentNames::hidden : AgentNames::shown;
                made.push_back(policy);
            }
        return made;
    }();
    return all;
}

}  // namespace wrapup::test
