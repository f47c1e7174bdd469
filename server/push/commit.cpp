#include "server/push/commit.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t event_bytes = 512;  // Beside its text.

std::size_t text_bytes(const Fact& fact) {
    if (const auto* received = std::get_if<MessageReceived>(&fact)) return received->text.size();
    if (const auto* replied = std::get_if<Replied>(&fact)) return replied->text.size();
    if (const auto* note = std::get_if<NoteAdded>(&fact)) return note->text.size();
    if (const auto* rated = std::get_if<Rated>(&fact)) return rated->text.size();
    return 0;
}

}  // namespace

bool says_whose_it_is(const Fact& fact) {
    return std::holds_alternative<Started>(fact) || std::holds_alternative<Identified>(fact);
}

void add_item(std::string& list, const std::string& item) {
    if (!list.empty() && !item.empty()) list += ',';
    list += item;
}

const Items& Commit::for_agents() const {
    std::call_once(written_, [this] {
        for (const Change& change : changes) {
            for (const StoredEvent& stored : change.events) add_item(for_agents_.events, text_of(encode(stored)));
            if (change.customer) add_item(for_agents_.customers, text_of(encode(*change.customer)));
        }
    });
    return for_agents_;
}

// Twice the text: once as an event, once as written for the agents.
std::size_t Commit::bytes() const {
    std::size_t bytes = 0;
    for (const Change& change : changes)
        for (const StoredEvent& stored : change.events) bytes += event_bytes + 2 * text_bytes(stored.event.fact);
    return bytes;
}

}  // namespace wrapup::server
