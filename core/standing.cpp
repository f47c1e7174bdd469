#include "core/standing.hpp"

#include <algorithm>

namespace wrapup {
namespace {

bool is_locked(const Conversation& conversation, Time closed_at, const Setting& setting) {
    const ReopenPolicy& policy = setting.policy.reopen[conversation.channel];
    switch (policy.mode) {
        case ReopenMode::locked:
            return true;
        case ReopenMode::window:
            return setting.at - closed_at > Milliseconds{policy.window_ms};
        case ReopenMode::always:
        case ReopenMode::count:
            return false;
    }
    return false;
}

bool topic_is_missing(const Conversation& conversation, const Policy& policy) {
    const auto is_chosen = [&](const TopicId& topic) {
        return std::find(conversation.topics.begin(), conversation.topics.end(), topic) != conversation.topics.end();
    };
    const auto& required = policy.required_topics;
    return !required.empty() && std::none_of(required.begin(), required.end(), is_chosen);
}

Standing standing(const Conversation& c, const Actor& actor, Version seen, const Setting& setting) {
    Standing s = standing_of(actor);
    s.channel = c.channel;
    s.absent = c.absent();
    s.known = may_know(c, actor);
    s.owned = c.owner.has_value();
    s.own = s.owned && c.owner->value == actor.id;
    s.session_active = c.session_active();
    s.reply_owed = c.reply_owed();
    s.unseen = c.customer_wrote_at > seen;
    s.topic_missing = topic_is_missing(c, setting.policy);
    s.has_topics = !setting.policy.topics.empty() || !c.topics.empty();
    s.snoozed = c.snoozed();
    s.rated = c.score.has_value();
    if (const auto* closed = std::get_if<phase::Closed>(&c.phase)) {
        s.closed = true;
        s.locked = actor.role == Role::customer && is_locked(c, closed->at, setting);
        s.closed_by_them = closed->by.id == actor.id;
        s.undo_window_over = setting.at - closed->at > Milliseconds{setting.policy.undo_window_ms};
    }
    return s;
}

}  // namespace

Standing standing_of(const Actor& actor) {
    Standing s;
    s.role = actor.role;
    s.known = true;
    s.available = !actor.available.empty();
    s.has_room = actor.takes_somebody();
    return s;
}

Standing standing_of(const Conversation& conversation, const Request& request, const Setting& setting) {
    Standing s = standing(conversation, request.actor, request.seen, setting);
    s.confirmed = request.confirmed.has(Confirmation::reply_owed);
    return s;
}

Standing standing_of(const Conversation& conversation, const Actor& actor, const Setting& setting) {
    return standing(conversation, actor, conversation.version, setting);
}

bool belongs_to(const SiteId& site, const Actor& actor) {
    return actor.role == Role::system || std::find(actor.sites.begin(), actor.sites.end(), site) != actor.sites.end();
}

bool may_know(const Conversation& conversation, const Actor& actor) {
    if (conversation.absent()) return false;
    if (actor.role == Role::customer) return conversation.customer.value == actor.id;
    return belongs_to(conversation.site, actor);
}

}  // namespace wrapup
