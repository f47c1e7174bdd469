#include "core/decide.hpp"

#include <algorithm>

#include "core/channel.hpp"
#include "core/evolve.hpp"
#include "core/overloaded.hpp"
#include "core/refusal.hpp"

namespace wrapup {
namespace {

using Facts = std::vector<Fact>;

// Whether there is nothing to do, whoever asks and whatever else would refuse it.
bool is_done_already(const Conversation& conversation, const Command& command) {
    if (std::holds_alternative<Close>(command)) return conversation.closed();
    const auto* end = std::get_if<End>(&command);
    return end != nullptr && end->if_active && !conversation.session_active();
}

// Who owns a conversation that a customer reopens: the last owner, if they are still there for its channel.
std::optional<AgentId> owner_after_reopening(const Conversation& conversation, const Setting& setting) {
    const auto& team = setting.colleagues;
    const bool there =
        conversation.owner && std::any_of(team.begin(), team.end(), [&](const Actor& agent) {
            return agent.id == conversation.owner->value && agent.available.has(traits(conversation.channel).group);
        });
    return there ? conversation.owner : std::nullopt;
}

// What a command leads to, once refusal() has let it through.
struct Consequences {
    const Conversation& conversation;
    const Request& request;
    const Setting& setting;

    Facts operator()(const Start& start) const {
        const ChannelTraits& channel = traits(start.channel);
        Facts facts{
            Started{start.site, start.channel, start.customer, start.linked_to, channel.owed_at_start == Has::yes}};
        if (channel.session == Has::yes) facts.push_back(SessionStarted{});
        return facts;
    }

    Facts operator()(const Claim&) const {
        if (conversation.owner) return {};
        return {Claimed{}};
    }

    Facts operator()(const Release&) const { return {Released{}}; }

    Facts operator()(const Assign& assign) const {
        if (conversation.owner == assign.agent) return {};
        return {Assigned{assign.agent}};
    }

    Facts operator()(const Receive& receive) const {
        Facts facts;
        if (conversation.closed()) facts.push_back(Reopened{owner_after_reopening(conversation, setting)});
        if (traits(conversation.channel).session == Has::yes && !conversation.session_active())
            facts.push_back(SessionStarted{});
        facts.push_back(MessageReceived{receive.text});
        return facts;
    }

    Facts operator()(const Reply& reply) const {
        return {Replied{reply.text, conversation.customer_wrote_at <= request.seen}};
    }

    Facts operator()(const AddNote& note) const { return {NoteAdded{note.text}}; }
    Facts operator()(const NoReplyNeeded&) const { return {MarkedNoReplyNeeded{}}; }
    Facts operator()(const End&) const { return {SessionEnded{}}; }
    Facts operator()(const Close&) const { return {Closed{}}; }

    Facts operator()(const Reopen&) const {
        if (request.actor.role == Role::customer) return {Reopened{owner_after_reopening(conversation, setting)}};
        return {Reopened{AgentId{request.actor.id}}};
    }
};

}  // namespace

Decision decide(const Conversation& conversation, const Request& request, const Setting& setting) {
    Conversation state = conversation;
    Events events;
    for (const Command& command : request.steps) {
        const auto reason = refusal(state, command, request, setting);
        const bool about_the_state =
            reason && *reason != Rejection::not_permitted && *reason != Rejection::unknown_conversation;
        if ((!reason || about_the_state) && is_done_already(state, command)) continue;
        if (reason) return *reason;
        for (Fact& fact : std::visit(Consequences{state, request, setting}, command)) {
            events.push_back({state.version + 1, setting.at, request.actor.author(), std::move(fact)});
            state = evolve(std::move(state), events.back());
        }
    }
    return events;
}

}  // namespace wrapup
