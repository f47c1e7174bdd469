#include "core/refusal.hpp"

#include <algorithm>

#include "core/audience.hpp"
#include "core/channel.hpp"
#include "core/overloaded.hpp"
#include "core/text.hpp"

namespace wrapup {
namespace {

using Faults = Set<Rejection>;

Faults faults_of_text(const std::string& text) {
    const auto fault = fault_of(text);
    if (!fault) return {};
    switch (*fault) {
        case TextFault::invalid:
            return only(Rejection::invalid_text);
        case TextFault::empty:
            return only(Rejection::empty);
        case TextFault::too_long:
            return only(Rejection::too_long);
    }
    return {};
}

// A score needs no words.
Faults faults_of_rating(const Rate& rate) {
    const Faults faults = faults_of_text(rate.text) - only(Rejection::empty);
    return rate.score < 1 || rate.score > score_max ? faults | only(Rejection::invalid_score) : faults;
}

// A file needs no words.
Faults faults_of_message(const std::string& text, const Attachments& attachments) {
    const Faults faults = faults_of_text(text) - (attachments.empty() ? Faults{} : only(Rejection::empty));
    return attachments.size() > attachments_max ? faults | only(Rejection::too_many_attachments) : faults;
}

bool may_start(const Start& start, const Actor& actor) {
    if (!traits(start.channel).started_by.has(actor.role)) return false;
    if (actor.role == Role::customer && start.customer.value != actor.id) return false;
    if ((traits(start.channel).customer == Has::yes) == start.customer.value.empty()) return false;
    return belongs_to(start.site, actor);
}

bool is_colleague(const AgentId& id, const Conversation& conversation, const Actor& actor, const Setting& setting) {
    const auto& team = setting.colleagues;
    return id.value == actor.id || std::any_of(team.begin(), team.end(), [&](const Actor& agent) {
               return agent.id == id.value && belongs_to(conversation.site, agent);
           });
}

bool has_topic(const Policy& policy, const TopicId& topic) {
    return std::find(policy.topics.begin(), policy.topics.end(), topic) != policy.topics.end();
}

// What a reason of the table means in a state. Reasons about a command itself are not here: see faults_of().
bool holds(Rejection reason, const Standing& s, const Rule& rule) {
    switch (reason) {
        case Rejection::already_started:
            return !s.absent;
        case Rejection::no_customer:
            return traits(s.channel).customer == Has::no;
        case Rejection::closed:
            return s.closed;
        case Rejection::not_closed:
            return !s.closed;
        case Rejection::locked:
            return s.locked;
        case Rejection::owned_by:
            return s.owned && !s.own;
        case Rejection::unowned:
            return !s.owned;
        case Rejection::not_owner:
            return !s.own && !rule.need_not_own.has(s.role);
        case Rejection::no_active_session:
            return !s.session_active;
        case Rejection::session_active:
            return s.session_active;
        case Rejection::topic_required:
            return s.topic_missing && s.role != Role::system;
        case Rejection::unseen_message:
            return s.unseen && s.role != Role::system;
        case Rejection::nothing_owed:
            return !s.reply_owed && !s.session_active;
        case Rejection::reply_owed:
            return s.reply_owed && !s.confirmed && s.role != Role::system;
        case Rejection::not_closer:
            return !s.closed_by_them;
        case Rejection::undo_window_over:
            return s.undo_window_over;
        case Rejection::undo_window_open:
            return !s.undo_window_over;
        case Rejection::already_rated:
            return s.rated;
        case Rejection::not_snoozed:
            return !s.snoozed;
        case Rejection::unavailable:
            return !s.available;
        case Rejection::at_capacity:
            return !s.has_room;
        case Rejection::not_permitted:
        case Rejection::unknown_conversation:
        case Rejection::unknown_agent:
        case Rejection::unknown_topic:
        case Rejection::nothing_to_do:
        case Rejection::nobody_waits:
        case Rejection::snooze_in_past:
        case Rejection::invalid_score:
        case Rejection::invalid_text:
        case Rejection::empty:
        case Rejection::too_long:
        case Rejection::too_many_attachments:
        case Rejection::unknown_attachment:
        case Rejection::count:
            break;
    }
    return false;
}

}  // namespace

Faults faults_of(const Command& command, const Conversation& conversation, const Actor& actor, const Setting& setting) {
    const auto where = [](bool wrong, Rejection reason) { return wrong ? only(reason) : Faults{}; };
    const auto is_unknown = [&](const TopicId& topic) { return !has_topic(setting.policy, topic); };
    return visit_occurring(
        overloaded{
            [&](const Start& start) { return where(!may_start(start, actor), Rejection::not_permitted); },
            [&](const Assign& assign) {
                return where(!is_colleague(assign.agent, conversation, actor, setting), Rejection::unknown_agent);
            },
            [&](const Receive& receive) { return faults_of_message(receive.text, receive.attachments); },
            [&](const Reply& reply) { return faults_of_message(reply.text, reply.attachments); },
            [&](const AddNote& note) { return faults_of_text(note.text); },
            [&](const Snooze& snooze) {
                return where(snooze.until && *snooze.until <= setting.at, Rejection::snooze_in_past);
            },
            [&](const SetTopics& set) {
                return where(std::any_of(set.topics.begin(), set.topics.end(), is_unknown), Rejection::unknown_topic);
            },
            [](const Claim&) { return Faults{}; },
            [](const Release&) { return Faults{}; },
            [](const NoReplyNeeded&) { return Faults{}; },
            [](const End&) { return Faults{}; },
            [](const Close&) { return Faults{}; },
            [](const Reopen&) { return Faults{}; },
            [](const UndoClose&) { return Faults{}; },
            [](const Wake&) { return Faults{}; },
            [](const MarkRead&) { return Faults{}; },
            [](const Left&) { return Faults{}; },
            [](const Returned&) { return Faults{}; },
            [](const Rate& rate) { return faults_of_rating(rate); },
            [](const Identify&) { return Faults{}; },
            [](const Next&) { return Faults{}; },
        },
        command);
}

std::optional<Rejection> refusal(const Rule& rule, const Standing& standing, Faults faults) {
    if (!rule.by.has(standing.role) || faults.has(Rejection::not_permitted)) return Rejection::not_permitted;
    const bool starts = rule.starts && standing.absent;
    if (!starts && !standing.known) return Rejection::unknown_conversation;
    for (std::size_t i = 0; i < rule.reasons; ++i) {
        const Rejection reason = rule.refused_when[i];
        if (faults.has(reason) || holds(reason, standing, rule)) return reason;
    }
    return std::nullopt;
}

}  // namespace wrapup
