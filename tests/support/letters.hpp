// What a stream would send next.
#pragma once

#include "server/push/hub.hpp"

namespace wrapup::server::test {

// None if it is none, or no commit.
inline SharedCommit next_commit(Mailbox& mailbox) {
    const auto letter = mailbox.take();
    const auto* commit = letter ? std::get_if<SharedCommit>(&*letter) : nullptr;
    return commit == nullptr ? nullptr : *commit;
}
inline SharedCommit next_commit(Hub::Subscription& subscription) { return next_commit(subscription.mailbox()); }

inline SharedNotice next_notice(Hub::Subscription& subscription) {
    const auto letter = subscription.mailbox().take();
    const auto* notice = letter ? std::get_if<SharedNotice>(&*letter) : nullptr;
    return notice == nullptr ? nullptr : *notice;
}

}  // namespace wrapup::server::test
