#include "server/push/hub.hpp"

#include <algorithm>

#include "core/standing.hpp"

namespace wrapup::server {

Hub::Subscription::~Subscription() {
    const std::lock_guard lock(hub_.mutex_);
    hub_.subscribers_.erase(subscriber_);
}

std::unique_ptr<Hub::Subscription> Hub::subscribe(const Actor& actor) {
    const std::lock_guard lock(mutex_);
    if (closed_ || subscribers_.size() == streams_max) return nullptr;
    subscribers_.emplace_back().actor = actor;
    return std::unique_ptr<Subscription>(new Subscription(*this, std::prev(subscribers_.end())));
}

void Hub::announce(const SharedCommit& commit) noexcept {
    const std::lock_guard lock(mutex_);
    for (Subscriber& subscriber : subscribers_) {
        const auto knows = [&](const Change& change) { return may_know(change.state, subscriber.actor); };
        if (std::any_of(commit->changes.begin(), commit->changes.end(), knows)) subscriber.mailbox.put(commit);
    }
}

void Hub::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (Subscriber& subscriber : subscribers_) subscriber.mailbox.close();
}

}  // namespace wrapup::server
