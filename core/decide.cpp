#include "core/decide.hpp"

#include <algorithm>

#include "core/audience.hpp"
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

bool is_about_the_person(Rejection reason) {
    return reason == Rejection::not_permitted || reason == Rejection::unknown_conversation;
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

std::vector<TopicId> sorted_once(const std::vector<TopicId>& topics) {
    std::vector<TopicId> sorted;
    for (const TopicId& topic : topics) {
        const auto place = std::find_if(sorted.begin(), sorted.end(),
                                        [&](const TopicId& other) { return topic.value <= other.value; });
        if (place == sorted.end() || *place != topic) sorted.insert(place, topic);
    }
    return sorted;
}

Version read_by(const Author& reader, const Conversation& conversation) {
    const auto& reads = conversation.reads;
    const auto mark = std::find_if(reads.begin(), reads.end(), [&](const ReadMark& r) { return r.reader == reader; });
    return mark == reads.end() ? 0 : mark->up_to;
}

// What a command leads to, once refusal() has let it through.
struct Consequences {
    const Conversation& before;  // As the request found it.
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
        facts.push_back(MessageReceived{receive.text, receive.attachments});
        return facts;
    }

    Facts operator()(const Reply& reply) const {
        if (conversation.customer_wrote_at <= request.seen) return {Replied{reply.text, true, {}, reply.attachments}};
        return {Replied{reply.text, false, request.seen, reply.attachments}};
    }

    Facts operator()(const AddNote& note) const { return {NoteAdded{note.text}}; }
    Facts operator()(const NoReplyNeeded&) const { return {MarkedNoReplyNeeded{}}; }
    Facts operator()(const End&) const { return {SessionEnded{}}; }

    Facts operator()(const Close&) const {
        const auto* ended = std::get_if<session::Active>(&before.session);
        if (ended == nullptr) return {Closed{}};
        return {Closed{ended->since, ended->left_at}};
    }

    Facts operator()(const Reopen&) const {
        if (request.actor.role == Role::customer) return {Reopened{owner_after_reopening(conversation, setting)}};
        return {Reopened{AgentId{request.actor.id}}};
    }

    Facts operator()(const UndoClose&) const { return {CloseUndone{}}; }
    Facts operator()(const Snooze& snooze) const { return {Snoozed{snooze.until}}; }
    Facts operator()(const Wake&) const { return {Woken{}}; }

    Facts operator()(const SetTopics& set) const {
        std::vector<TopicId> topics = sorted_once(set.topics);
        if (topics == conversation.topics) return {};
        return {TopicsSet{std::move(topics)}};
    }

    Facts operator()(const MarkRead& read) const {
        const bool is_there = read.up_to <= conversation.version;
        if (!is_there || read.up_to <= read_by(request.actor.author(), conversation)) return {};
        return {MarkedRead{read.up_to}};
    }

    Facts operator()(const Left&) const {
        if (std::get<session::Active>(conversation.session).left_at) return {};
        return {CustomerLeft{}};
    }

    Facts operator()(const Returned&) const {
        if (!std::get<session::Active>(conversation.session).left_at) return {};
        return {CustomerReturned{}};
    }

    Facts operator()(const Rate& rate) const { return {Rated{rate.score, rate.text}}; }

    Facts operator()(const Identify& identify) const {
        if (conversation.customer == identify.customer) return {};
        return {Identified{identify.customer}};
    }

    Facts operator()(const Next&) const { return {}; }
};

}  // namespace

Decision decide(const Conversation& conversation, const Request& request, const Setting& setting) {
    Conversation later;  // After the events so far, once there are some.
    const Conversation* now = &conversation;
    Events events;
    for (const Command& command : request.steps) {
        // Next is about another conversation, and never undoes what came before it: next_customer() says what comes of
        // it.
        if (std::holds_alternative<Next>(command)) continue;
        const Set<Rejection> faults = faults_of(command, *now, request.actor, setting);
        const auto reason = refusal(rules[command.index()], standing_of(*now, request, setting), faults);
        if (!(reason && is_about_the_person(*reason)) && is_done_already(*now, command)) continue;
        if (reason) return *reason;
        for (Fact& fact : visit_occurring(Consequences{conversation, *now, request, setting}, command)) {
            events.push_back({now->version + 1, setting.at, request.actor.author(), std::move(fact)});
            later = evolve(now == &later ? std::move(later) : conversation, events.back());
            now = &later;
        }
    }
    return events;
}

}  // namespace wrapup
