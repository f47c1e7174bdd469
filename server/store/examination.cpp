#include "server/store/examination.hpp"

#include "core/evolve.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/migrations.hpp"

namespace wrapup::server {
namespace {

constexpr std::int64_t conversations_at_once = 1'000;

std::int64_t number(Query query) {
    query.next();
    return query.integer(0);
}

std::string damage_in(Connection& connection) {
    Query check = connection.query("PRAGMA integrity_check(1)");
    const std::string found = check.next() ? check.text(0) : "nothing can be read";
    return found == "ok" ? "" : found;
}

std::vector<ConversationId> conversations_after(Connection& connection, const ConversationId& last) {
    Query query = connection.query(
        "SELECT DISTINCT conversation FROM events WHERE conversation > ? ORDER BY conversation LIMIT ?", last,
        conversations_at_once);
    std::vector<ConversationId> conversations;
    while (query.next()) conversations.push_back({query.text(0)});
    return conversations;
}

// In a snapshot of its own: it may be written to meanwhile.
bool differs(Connection& connection, const ConversationId& conversation) {
    connection.run("BEGIN");
    Events events;
    for (const StoredEvent& one : EventLog(connection).of(conversation)) events.push_back(one.event);
    const bool differs = replay(events) != InboxView(connection).state(conversation);
    connection.run("COMMIT");
    return differs;
}

std::int64_t wrong_counts(Connection& connection) {
    return number(connection.query(
        "SELECT count(*) FROM (SELECT site, owner, channel, status, snoozed, conversations FROM counts "
        "WHERE conversations <> 0 EXCEPT SELECT site, ifnull(owner, ''), channel, status, snoozed, count(*) FROM inbox "
        "GROUP BY 1, 2, 3, 4, 5)"));
}

}  // namespace

Examined examine(Connection& connection, const std::function<bool(std::int64_t done)>& tell) {
    Examined found;
    found.damage = damage_in(connection);
    found.schema = static_cast<int>(number(connection.query("PRAGMA user_version")));
    found.newest_schema = newest_schema();
    if (!found.damage.empty() || found.schema != found.newest_schema) return found;
    found.latest = Time{Milliseconds{
        number(connection.query("SELECT ifnull((SELECT at FROM events ORDER BY position DESC LIMIT 1), 0)"))}};
    found.differences = wrong_counts(connection);
    std::vector<ConversationId> some = conversations_after(connection, {});
    for (; !some.empty(); some = conversations_after(connection, some.back()))
        for (const ConversationId& conversation : some) {
            if (differs(connection, conversation)) ++found.differences;
            if (!tell(++found.conversations)) throw Interrupted();
        }
    return found;
}

}  // namespace wrapup::server
