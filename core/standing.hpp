#pragma once

#include "core/conversation.hpp"
#include "core/request.hpp"

namespace wrapup {

// How a conversation stands for one person at one time: every question that the rules ask of it, answered once. Needs
// no memory, so that a list of a thousand conversations can be asked.
struct Standing {
    Role role = Role::system;
    Channel channel = Channel::chat;
    bool absent = true;
    bool known = false;  // This person may know that the conversation exists.
    bool closed = false;
    bool locked = false;  // Closed, and no message of this customer's reopens it (any more).
    bool owned = false;
    bool own = false;  // This person owns it.
    bool session_active = false;
    bool reply_owed = false;
    bool unseen = false;     // The customer wrote something that this person had not seen.
    bool confirmed = false;  // They answered "close anyway".
    bool topic_missing = false;
    bool has_topics = false;  // There are topics to choose from, or to take away.
    bool snoozed = false;
    bool closed_by_them = false;
    bool undo_window_over = false;
    bool rated = false;
    bool available = false;  // They take new customers from some channel.
    bool has_room = false;   // And have room in one of those.
};

Standing standing_of(const Conversation& conversation, const Request& request, const Setting& setting);

// The same with everything seen and nothing confirmed.
Standing standing_of(const Conversation& conversation, const Actor& actor, const Setting& setting);

// Of what concerns no conversation: only the person is asked about.
Standing standing_of(const Actor& actor);

// Whether this person may know that the conversation exists.
bool may_know(const Conversation& conversation, const Actor& actor);

bool belongs_to(const SiteId& site, const Actor& actor);

}  // namespace wrapup
