#include "core/status.hpp"

namespace wrapup {

Status status(const Conversation& conversation) {
    if (conversation.closed()) return Status::closed;
    if (!conversation.owner) return Status::new_;
    if (conversation.session_active() || conversation.reply_owed()) return Status::open;
    return Status::waiting;
}

Badge badge(Status status) { return status == Status::closed ? Badge::closed : Badge::open; }

}  // namespace wrapup
