#include "server/push/hub.hpp"

#include <algorithm>

#include "server/authorize.hpp"

namespace wrapup::server {

Hub::Subscription::~Subscription() {
    const std::lock_guard lock(hub_.mutex_);
    const Actor actor = subscriber_->actor;
    hub_.place_of(actor).erase(subscriber_);
    if (actor.role == Role::customer && hub_.customers_[actor.id].empty()) hub_.customers_.erase(actor.id);
    hub_.presence_.went(actor, ticks());
}

Hub::Subscribers& Hub::place_of(const Actor& actor) {
    return actor.role == Role::customer ? customers_[actor.id] : agents_;
}

std::unique_ptr<Hub::Subscription> Hub::subscribe(const Actor& actor) {
    const std::lock_guard lock(mutex_);
    if (closed_) return nullptr;
    Subscribers& subscribers = place_of(actor);
    subscribers.emplace_back().actor = actor;
    presence_.came(actor);
    return std::unique_ptr<Subscription>(new Subscription(*this, std::prev(subscribers.end())));
}

void Hub::announce(const SharedCommit& commit) noexcept {
    const std::lock_guard lock(mutex_);
    remember(commit);
    hand(agents_, commit);
    const CustomerId* handed = nullptr;  // Somebody's chats that move together are one commit to them.
    for (const Change& change : commit->changes) {
        const CustomerId& customer = change.state.customer;
        if (handed != nullptr && *handed == customer) continue;
        handed = &customer;
        if (const auto found = customers_.find(customer.value); found != customers_.end()) hand(found->second, commit);
    }
    for (const SiteNotice& told : commit->notices) hand_agents(told.sites, told.notice, "");
}

void Hub::hand(Subscribers& subscribers, const SharedCommit& commit) {
    for (Subscriber& subscriber : subscribers) {
        const auto knows = [&](const Change& change) { return may_see(subscriber.actor, change.state); };
        if (std::any_of(commit->changes.begin(), commit->changes.end(), knows)) subscriber.mailbox.put(commit);
    }
}

void Hub::tell_agents(const std::vector<SiteId>& sites, const SharedNotice& notice, const std::string& about) {
    const std::lock_guard lock(mutex_);
    hand_agents(sites, notice, about);
}

void Hub::tell_agent(const AgentId& agent, const SharedNotice& notice) {
    const std::lock_guard lock(mutex_);
    for (Subscriber& one : agents_)
        if (one.actor.id == agent.value) one.mailbox.put(notice);
}

void Hub::hand_agents(const std::vector<SiteId>& sites, const SharedNotice& notice, const std::string& about) {
    for (Subscriber& agent : agents_) {
        if (agent.actor.id != about && may(agent.actor, Action::hear_of_site, Object::of(sites)))
            agent.mailbox.put(notice);
    }
}

void Hub::tell_customer(const CustomerId& customer, const SharedNotice& notice) {
    const std::lock_guard lock(mutex_);
    const auto found = customers_.find(customer.value);
    if (found == customers_.end()) return;
    for (Subscriber& subscriber : found->second) subscriber.mailbox.put(notice);
}

void Hub::tell_everybody(const SharedNotice& notice) {
    const std::lock_guard lock(mutex_);
    for (Subscriber& subscriber : agents_) subscriber.mailbox.put(notice);
    for (auto& [id, subscribers] : customers_)
        for (Subscriber& subscriber : subscribers) subscriber.mailbox.put(notice);
}

void Hub::cut_off(const std::string& id) {
    const std::lock_guard lock(mutex_);
    for (Subscriber& subscriber : agents_)
        if (subscriber.actor.id == id) subscriber.mailbox.close();
    const auto found = customers_.find(id);
    if (found == customers_.end()) return;
    for (Subscriber& subscriber : found->second) subscriber.mailbox.close();
}

void Hub::remember(const SharedCommit& commit) {
    position_ = commit->position();
    remembered_.push_back(commit);
    remembered_bytes_ += commit->bytes();
    while (!remembered_.empty() &&
           (position_ - remembers_after_ > remembered_positions_max || remembered_bytes_ > remembered_bytes_max)) {
        remembers_after_ = remembered_.front()->position();
        remembered_bytes_ -= remembered_.front()->bytes();
        remembered_.pop_front();
    }
}

std::optional<std::vector<SharedCommit>> Hub::since(Position position) const {
    const std::lock_guard lock(mutex_);
    if (position < remembers_after_ || position > position_) return std::nullopt;
    const auto first = std::upper_bound(remembered_.begin(), remembered_.end(), position,
                                        [](Position p, const SharedCommit& commit) { return p < commit->position(); });
    return std::vector<SharedCommit>(first, remembered_.end());
}

void Hub::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (Subscriber& subscriber : agents_) subscriber.mailbox.close();
    for (auto& [id, subscribers] : customers_)
        for (Subscriber& subscriber : subscribers) subscriber.mailbox.close();
}

}  // namespace wrapup::server
