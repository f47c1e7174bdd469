#include "server/store/rebuild.hpp"

#include "core/evolve.hpp"
#include "core/rules_id.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/policies.hpp"

namespace wrapup::server {
namespace {

std::optional<std::string> rules_of_last_time(Connection& writer) {
    Query query = writer.query("SELECT value FROM meta WHERE name = 'rules_id'");
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

std::vector<ConversationId> all_conversations(Connection& writer) {
    Query query = writer.query("SELECT DISTINCT conversation FROM events");
    std::vector<ConversationId> conversations;
    while (query.next()) conversations.push_back({query.text(0)});
    return conversations;
}

void rebuild(Connection& writer) {
    const Policy policy = Policies(writer).current().policy;
    for (const ConversationId& conversation : all_conversations(writer)) {
        Events events;
        for (StoredEvent& stored : EventLog(writer).of(conversation)) events.push_back(std::move(stored.event));
        InboxView(writer).project(conversation, replay(events), events, policy);
    }
}

}  // namespace

void rebuild_if_outdated(Connection& writer) {
    if (rules_of_last_time(writer) == rules_id) return;
    writer.run("BEGIN IMMEDIATE");
    rebuild(writer);
    writer.run(
        "INSERT INTO meta (name, value) VALUES ('rules_id', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        std::string(rules_id));
    writer.run("COMMIT");
}

}  // namespace wrapup::server
