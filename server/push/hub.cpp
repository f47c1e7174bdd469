#include "server/push/hub.hpp"

#include "core/refusal.hpp"

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
    for (Subscriber& subscriber : subscribers_)
        if (may_know(commit->state, subscriber.actor)) subscriber.mailbox.put(commit);
}

void Hub::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (Subscriber& subscriber : subscribers_) subscriber.mailbox.close();
}

}  // namespace wrapup::server
