#include "server/push/presence.hpp"

#include <utility>

namespace wrapup::server {

void Presence::came(const Actor& actor) {
    const std::lock_guard lock(mutex_);
    Person& person = people_.try_emplace(actor.id, Person{actor, 0, false, {}}).first->second;
    if (++person.streams == 1 && !person.told) came_.push_back(actor.id);
}

void Presence::went(const Actor& actor, Ticks now) {
    const std::lock_guard lock(mutex_);
    Person& person = people_.at(actor.id);
    if (--person.streams > 0) return;
    person.went_at = now;
    went_.push_back({actor.id, now});
}

bool Presence::has(const std::string& person) const {
    const std::lock_guard lock(mutex_);
    return people_.count(person) != 0;
}

std::vector<Presence::Change> Presence::changes(Ticks now) {
    const std::lock_guard lock(mutex_);
    std::vector<Change> changes;
    for (const std::string& id : std::exchange(came_, {})) {
        const auto found = people_.find(id);
        if (found == people_.end() || found->second.streams == 0) continue;
        if (std::exchange(found->second.told, true)) continue;
        changes.push_back({found->second.actor, News::came});
    }
    for (; !went_.empty() && now - went_.front().at >= gone_after; went_.pop_front()) {
        const auto found = people_.find(went_.front().person);
        const bool is_back = found == people_.end() || found->second.streams > 0;
        if (is_back || found->second.went_at != went_.front().at) continue;
        if (found->second.told) changes.push_back({found->second.actor, News::went});
        people_.erase(found);
    }
    return changes;
}

}  // namespace wrapup::server
