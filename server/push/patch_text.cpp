#include "server/push/patch_text.hpp"

#include <algorithm>

#include "core/visible.hpp"
#include "server/authorize.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {

void PatchText::add(const Commit& commit) {
    const auto knows = [&](const Change& change) { return may_see(reader_, change.state); };
    const bool is_all_new = commit.changes.front().events.front().position > from_;
    if (is_all_new && role::agents.has(reader_.role) &&
        std::all_of(commit.changes.begin(), commit.changes.end(), knows)) {
        position_ = commit.position();
        add_item(items_.events, commit.for_agents().events);
        add_item(items_.customers, commit.for_agents().customers);
        return;
    }
    for (const Change& change : commit.changes) add(change);
}

void PatchText::add(const Change& change) {
    position_ = change.events.back().position;
    if (!may_see(reader_, change.state)) return;
    for (const StoredEvent& stored : change.events) {
        if (stored.position <= from_) continue;
        auto event = visible_to(stored.event, reader_, policy_);
        if (!event) continue;
        // Customers stand at another state, since there is something that they may not see.
        const auto digest = reader_.role == Role::customer ? std::nullopt : stored.digest;
        add_item(items_.events,
                 text_of(encode(StoredEvent{stored.position, stored.conversation, std::move(*event), digest})));
    }
    const bool says_it_now = std::any_of(change.events.begin(), change.events.end(), [&](const StoredEvent& stored) {
        return stored.position > from_ && says_whose_it_is(stored.event.fact);
    });
    if (change.customer && says_it_now) add_item(items_.customers, text_of(encode(*change.customer)));
}

std::string PatchText::text(const std::optional<OwnCommands>& own) const {
    std::string outcomes;
    if (own)
        for (const Outcome& outcome : own->outcomes) add_item(outcomes, text_of(encode(outcome)));
    return "{\"client\":" + text_of(own ? encode(own->client) : Json(nullptr)) + ",\"customers\":[" + items_.customers +
           "],\"events\":[" + items_.events + "],\"from\":" + std::to_string(from_) +
           ",\"last_command\":" + std::to_string(own ? own->last_command : 0) + ",\"outcomes\":[" + outcomes +
           "],\"position\":" + std::to_string(position_) + '}';
}

}  // namespace wrapup::server
