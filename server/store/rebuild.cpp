#include "server/store/rebuild.hpp"

#include "core/evolve.hpp"
#include "core/rules_id.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/people.hpp"
#include "server/store/policies.hpp"
#include "server/store/search.hpp"

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

std::int64_t number(Query query) {
    query.next();
    return query.integer(0);
}

}  // namespace

Rebuilt rebuild(Connection& writer) {
    writer.run("CREATE TEMP TABLE inbox_before AS SELECT * FROM inbox");
    writer.run("CREATE TEMP TABLE counts_before AS SELECT * FROM counts WHERE conversations <> 0");
    InboxView(writer).clear();
    Search(writer).clear();
    const Policy policy = Policies(writer).current().policy;
    const auto conversations = all_conversations(writer);
    for (const ConversationId& conversation : conversations) {
        const auto stored = EventLog(writer).of(conversation);
        Events events;
        for (const StoredEvent& one : stored) events.push_back(one.event);
        const Conversation state = replay(events);
        const auto customer = People(writer).customer(state.customer);
        InboxView(writer).project(conversation, state, events, policy);
        Search(writer).add(state.site, stored, customer ? customer->name : "");
    }
    const std::int64_t differences =
        number(writer.query("SELECT count(*) FROM (SELECT * FROM inbox EXCEPT SELECT * FROM inbox_before)")) +
        number(writer.query(
            "SELECT count(*) FROM inbox_before WHERE conversation NOT IN (SELECT conversation FROM inbox)")) +
        number(writer.query("SELECT count(*) FROM (SELECT * FROM counts EXCEPT SELECT * FROM counts_before)")) +
        number(writer.query("SELECT count(*) FROM (SELECT * FROM counts_before EXCEPT SELECT * FROM counts)"));
    writer.run("DROP TABLE inbox_before");
    writer.run("DROP TABLE counts_before");
    return {static_cast<std::int64_t>(conversations.size()), differences};
}

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
