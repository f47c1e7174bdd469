// Why a request was refused.
#pragma once

#include <cstdint>
#include <string_view>

namespace wrapup {

// The order in which a command reports several is its row in rules.hpp; the first two come before anything else.
// The names cross the wire (shape.hpp): never renamed, only added to.
enum class Rejection : std::uint8_t {
    not_permitted,         // This role never may.
    unknown_conversation,  // There is none, or none that this person may know of.
    already_started,
    no_customer,  // Nobody is on the other side: a task or a note.
    closed,
    not_closed,
    locked,    // Closed, and the policy lets no message of the customer's reopen it (any more).
    owned_by,  // Another agent owns it.
    unowned,   // Nobody owns it, so nobody can reply.
    not_owner,
    unknown_agent,      // No such colleague, or not of this conversation's site.
    no_active_session,  // The chat or call has ended already.
    session_active,     // End the session first.
    unseen_message,     // The customer wrote something that this person had not seen.
    nothing_owed,
    nothing_to_do,  // It is so already. Of buttons only: asking for it again is not an error.
    reply_owed,     // Asks to be confirmed.
    invalid_text,   // Not UTF-8, or with a NUL in it.
    empty,
    too_long,
    unavailable,       // The agent takes new customers from no channel.
    at_capacity,       // They are full in every channel that they are available for.
    nobody_waits,      // There is nobody to go on with.
    topic_required,    // Choose one of the topics that the policy asks for first.
    unknown_topic,     // The policy has no such topic.
    not_closer,        // Only who closed it can undo that.
    undo_window_over,  // It can be reopened, but no longer undone.
    snooze_in_past,
    not_snoozed,
    too_many_attachments,
    unknown_attachment,  // It was not sent to this conversation by whoever writes, or has gone with another message.
    undo_window_open,    // Whoever closed it can still undo that, so it is not over yet.
    already_rated,
    invalid_score,  // Not from 1 to score_max.
    count
};

}  // namespace wrapup
