// The product's table of commands, read a second time and without the core's: who may, what refuses, what happens.
// The exhaustive test holds the rules against it.
#pragma once

#include <functional>

#include "tests/support/states.hpp"

namespace wrapup::test {

struct Question {
    const Conversation& c;
    const Request& request;
    const Command& command;
    const Setting& setting;

    const Actor& who() const { return request.actor; }
    bool is_agent() const { return role::agents.has(who().role); }
    bool own() const { return c.owner == AgentId{who().id}; }
    bool active() const { return std::holds_alternative<session::Active>(c.session); }
    bool owed() const { return std::holds_alternative<answer::Owed>(c.answer); }
    bool closed() const { return std::holds_alternative<phase::Closed>(c.phase); }
    bool unseen() const { return c.customer_wrote_at > request.seen; }
    Time closed_at() const { return std::get<phase::Closed>(c.phase).at; }
    template <class T>
    const T& as() const {
        return std::get<T>(command);
    }
};

using Says = std::function<bool(const Question&)>;
using Tells = std::function<std::string(const Question&)>;

struct ProductRow {
    Set<Role> by;
    std::vector<std::pair<Rejection, Says>> refused_when;
    Tells effect;  // The tags of the facts, each with a space before it.
};

namespace product {
using R = Rejection;
using Q = Question;

inline const Says closed = [](const Q& q) { return q.closed(); };
inline const Says not_closed = [](const Q& q) { return !q.closed(); };
inline const Says not_owner = [](const Q& q) { return !q.own(); };
inline const Says agent_not_owner = [](const Q& q) { return q.is_agent() && !q.own(); };
inline const Says unseen = [](const Q& q) { return q.is_agent() && q.unseen(); };
inline const Says no_session = [](const Q& q) { return !q.active(); };
inline const Says no_customer = [](const Q& q) { return q.c.channel == Channel::task || q.c.channel == Channel::note; };
inline const Says locked = [](const Q& q) {
    if (q.is_agent() || !q.closed()) return false;
    const ReopenPolicy& policy = q.setting.policy.reopen[q.c.channel];
    if (policy.mode == ReopenMode::always) return false;
    return policy.mode == ReopenMode::locked || q.setting.at - q.closed_at() > Milliseconds{policy.window_ms};
};
inline const Says topic_required = [](const Q& q) {
    const auto& required = q.setting.policy.required_topics;
    return q.is_agent() && !required.empty() && q.c.topics != required;
};

inline Says empty(const std::string& (*text)(const Q&)) {
    return [text](const Q& q) { return text(q).empty(); };
}
template <class T>
const std::string& text_of(const Q& q) {
    return q.as<T>().text;
}
inline Tells always(std::string tags) {
    return [tags](const Q&) { return tags; };
}

inline std::string reopening(const Q& q) {
    std::string tags = q.closed() ? " reopened" : "";
    const bool has_session = q.c.channel == Channel::chat || q.c.channel == Channel::call;
    if (has_session && !q.active()) tags += " session_started";
    return tags + " message_received";
}
inline Version read_by(const Q& q) {
    for (const ReadMark& read : q.c.reads)
        if (read.reader.id == q.who().id) return read.up_to;
    return 0;
}
inline bool left(const Q& q) {
    const auto* active = std::get_if<session::Active>(&q.c.session);
    return active != nullptr && active->left_at;
}

inline const auto agents = only(Role::agent) | only(Role::supervisor) | only(Role::admin);
inline const auto customer = only(Role::customer);
inline const auto system = only(Role::system);

// Of commands on a conversation that is there; in the order of Command.
inline const std::vector<ProductRow>& rows() {
    static const std::vector<ProductRow> table{
        /* start */ {agents | customer | system, {{R::already_started, [](const Q&) { return true; }}}, always("")},
        /* claim */
        {agents,
         {{R::closed, closed}, {R::owned_by, [](const Q& q) { return q.c.owner && !q.own(); }}},
         [](const Q& q) { return q.c.owner ? "" : " claimed"; }},
        /* release */ {agents, {{R::closed, closed}, {R::not_owner, not_owner}}, always(" released")},
        /* assign */
        {agents | system,
         {{R::closed, closed},
          {R::not_owner, [](const Q& q) { return q.who().role == Role::agent && !q.own(); }},
          {R::unknown_agent, [](const Q& q) { return q.as<Assign>().agent == AgentId{"nobody"}; }}},
         [](const Q& q) { return q.c.owner == q.as<Assign>().agent ? "" : " assigned"; }},
        /* receive */
        {customer,
         {{R::no_customer, no_customer}, {R::locked, locked}, {R::empty, empty(text_of<Receive>)}},
         reopening},
        /* reply */
        {agents,
         {{R::no_customer, no_customer},
          {R::closed, closed},
          {R::unowned, [](const Q& q) { return !q.c.owner; }},
          {R::not_owner, not_owner},
          {R::empty, empty(text_of<Reply>)}},
         always(" replied")},
        /* add_note */ {agents, {{R::empty, empty(text_of<AddNote>)}}, always(" note_added")},
        /* no_reply_needed */
        {agents,
         {{R::closed, closed},
          {R::not_owner, not_owner},
          {R::unseen_message, unseen},
          {R::nothing_owed, [](const Q& q) { return !q.owed() && !q.active(); }}},
         always(" marked_no_reply_needed")},
        /* end */
        {agents | customer | system,
         {{R::closed, closed}, {R::not_owner, agent_not_owner}, {R::no_active_session, no_session}},
         always(" session_ended")},
        /* close */
        {agents | system,
         {{R::not_owner, agent_not_owner},
          {R::session_active, [](const Q& q) { return q.active(); }},
          {R::topic_required, topic_required},
          {R::unseen_message, unseen},
          {R::reply_owed, [](const Q& q) { return q.is_agent() && q.owed() && q.request.confirmed.empty(); }}},
         always(" closed")},
        /* reopen */ {agents | customer, {{R::not_closed, not_closed}, {R::locked, locked}}, always(" reopened")},
        /* undo_close */
        {agents,
         {{R::not_closed, not_closed},
          {R::not_closer, [](const Q& q) { return std::get<phase::Closed>(q.c.phase).by.id != q.who().id; }},
          {R::undo_window_over, [](const Q& q) { return q.setting.at - q.closed_at() > Milliseconds{10'000}; }}},
         always(" close_undone")},
        /* snooze */
        {agents,
         {{R::closed, closed},
          {R::not_owner, not_owner},
          {R::snooze_in_past,
           [](const Q& q) { return q.as<Snooze>().until && *q.as<Snooze>().until <= q.setting.at; }}},
         always(" snoozed")},
        /* wake */
        {agents | system,
         {{R::closed, closed},
          {R::not_owner, agent_not_owner},
          {R::not_snoozed, [](const Q& q) { return std::holds_alternative<snooze::None>(q.c.snoozing); }}},
         always(" woken")},
        /* set_topics */
        {agents,
         {{R::unknown_topic, [](const Q& q) { return q.as<SetTopics>().topics == std::vector<TopicId>{{"weather"}}; }}},
         [](const Q& q) { return q.as<SetTopics>().topics == q.c.topics ? "" : " topics_set"; }},
        /* mark_read */
        {agents | customer, {}, [](const Q& q) { return q.as<MarkRead>().up_to > read_by(q) ? " marked_read" : ""; }},
        /* left */
        {system, {{R::no_active_session, no_session}}, [](const Q& q) { return left(q) ? "" : " customer_left"; }},
        /* returned */
        {system, {{R::no_active_session, no_session}}, [](const Q& q) { return left(q) ? " customer_returned" : ""; }},
        /* rate */
        {customer,
         {{R::not_closed, not_closed},
          {R::undo_window_open, [](const Q& q) { return q.setting.at - q.closed_at() <= Milliseconds{10'000}; }},
          {R::already_rated, [](const Q& q) { return q.c.score.has_value(); }},
          {R::invalid_score, [](const Q& q) { return q.as<Rate>().score == 0 || q.as<Rate>().score > 5; }}},
         always(" rated")},
        /* identify */
        {system,
         {{R::no_customer, no_customer}},
         [](const Q& q) { return q.as<Identify>().customer.value == "vera" ? "" : " identified"; }},
    };
    return table;
}

inline bool may_know(const Q& q) {
    if (q.who().role == Role::system) return true;
    if (q.who().role == Role::customer) return q.who().id == "vera";
    return q.who().sites == std::vector<SiteId>{shop};
}
}  // namespace product

// What the product says comes of one command, as named() writes a decision.
inline std::string product_says(const Question& question) {
    const ProductRow& row = product::rows().at(question.command.index());
    if (!row.by.has(question.who().role)) return "not_permitted";
    const auto* start = std::get_if<Start>(&question.command);
    if (start != nullptr && question.who().id != "vera") return "not_permitted";
    if (!product::may_know(question)) return "unknown_conversation";
    const auto* end = std::get_if<End>(&question.command);
    if (end != nullptr && end->if_active && !question.active()) return "events:";
    if (std::holds_alternative<Close>(question.command) && question.closed()) return "events:";
    for (const auto& [rejection, holds] : row.refused_when)
        if (holds(question)) return std::string(name_of(rejection));
    return "events:" + row.effect(question);
}

}  // namespace wrapup::test
