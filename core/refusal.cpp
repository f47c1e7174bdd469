#include "core/refusal.hpp"

#include <algorithm>

#include "core/channel.hpp"
#include "core/rules.hpp"
#include "core/text.hpp"

namespace wrapup {
namespace {

struct Case {
    const Conversation& conversation;
    const Command& command;
    const Request& request;
    const Setting& setting;

    const Actor& actor() const { return request.actor; }
    bool owned_by_actor() const { return conversation.owner && conversation.owner->value == actor().id; }
};

bool belongs_to(const SiteId& site, const Actor& actor) {
    return actor.role == Role::system || std::find(actor.sites.begin(), actor.sites.end(), site) != actor.sites.end();
}

bool may_start(const Start& start, const Actor& actor) {
    if (!traits(start.channel).started_by.has(actor.role)) return false;
    if (actor.role == Role::customer && start.customer.value != actor.id) return false;
    if ((traits(start.channel).customer == Has::yes) == start.customer.value.empty()) return false;
    return belongs_to(start.site, actor);
}

// A closed conversation that a customer's message cannot reopen (any more).
bool locked(const Case& c) {
    const auto* closed = std::get_if<phase::Closed>(&c.conversation.phase);
    if (closed == nullptr || c.actor().role != Role::customer) return false;
    const ReopenPolicy& policy = c.setting.policy.reopen_of(c.conversation.channel);
    switch (policy.mode) {
        case ReopenMode::locked:
            return true;
        case ReopenMode::window:
            return c.setting.at - closed->at > Milliseconds{policy.window_ms};
        case ReopenMode::always:
        case ReopenMode::count:
            return false;
    }
    return false;
}

bool unknown_agent(const Case& c) {
    const auto* assign = std::get_if<Assign>(&c.command);
    if (assign == nullptr || assign->agent.value == c.actor().id) return false;
    const auto& team = c.setting.colleagues;
    return std::none_of(team.begin(), team.end(), [&](const Actor& agent) {
        return agent.id == assign->agent.value && belongs_to(c.conversation.site, agent);
    });
}

const std::string* text_of(const Command& command) {
    if (const auto* receive = std::get_if<Receive>(&command)) return &receive->text;
    if (const auto* reply = std::get_if<Reply>(&command)) return &reply->text;
    if (const auto* note = std::get_if<AddNote>(&command)) return &note->text;
    return nullptr;
}

bool text_is(TextFault fault, const Command& command) {
    const std::string* text = text_of(command);
    return text != nullptr && fault_of(*text) == fault;
}

// What each reason means. Each is asked only for the commands that name it in their row.
bool holds(Rejection reason, const Case& c) {
    const Conversation& conversation = c.conversation;
    switch (reason) {
        case Rejection::already_started:
            return !conversation.absent();
        case Rejection::no_customer:
            return traits(conversation.channel).customer == Has::no;
        case Rejection::closed:
            return conversation.closed();
        case Rejection::not_closed:
            return !conversation.closed();
        case Rejection::locked:
            return locked(c);
        case Rejection::owned_by:
            return conversation.owner && !c.owned_by_actor();
        case Rejection::unowned:
            return !conversation.owner;
        case Rejection::not_owner:
            return !rules[c.command.index()].need_not_own.has(c.actor().role) && !c.owned_by_actor();
        case Rejection::unknown_agent:
            return unknown_agent(c);
        case Rejection::no_active_session:
            return !conversation.session_active();
        case Rejection::session_active:
            return conversation.session_active();
        case Rejection::unseen_message:
            return c.actor().role != Role::system && conversation.customer_wrote_at > c.request.seen;
        case Rejection::nothing_owed:
            return !conversation.reply_owed() && !conversation.session_active();
        case Rejection::reply_owed:
            return c.actor().role != Role::system && conversation.reply_owed() &&
                   !c.request.confirmed.has(Confirmation::reply_owed);
        case Rejection::invalid_text:
            return text_is(TextFault::invalid, c.command);
        case Rejection::empty:
            return text_is(TextFault::empty, c.command);
        case Rejection::too_long:
            return text_is(TextFault::too_long, c.command);
        case Rejection::not_permitted:
        case Rejection::unknown_conversation:
        case Rejection::nothing_to_do:
        case Rejection::unavailable:
        case Rejection::count:
            break;
    }
    return false;
}

}  // namespace

bool may_know(const Conversation& conversation, const Actor& actor) {
    if (conversation.absent()) return false;
    if (actor.role == Role::customer) return conversation.customer.value == actor.id;
    return belongs_to(conversation.site, actor);
}

std::optional<Rejection> refusal(const Conversation& conversation, const Command& command, const Request& request,
                                 const Setting& setting) {
    const Rule& rule = rules[command.index()];
    const Actor& actor = request.actor;
    if (!rule.by.has(actor.role)) return Rejection::not_permitted;

    const auto* start = std::get_if<Start>(&command);
    if (start != nullptr && !may_start(*start, actor)) return Rejection::not_permitted;
    const bool may_be_absent = start != nullptr && conversation.absent();
    if (!may_be_absent && !may_know(conversation, actor)) return Rejection::unknown_conversation;

    const Case c{conversation, command, request, setting};
    for (std::size_t i = 0; i < rule.reasons; ++i)
        if (holds(rule.refused_when[i], c)) return rule.refused_when[i];
    return std::nullopt;
}

}  // namespace wrapup
