#include "server/store/rebuild.hpp"

#include <functional>

#include "core/evolve.hpp"
#include "core/rules_id.hpp"
#include "server/log.hpp"
#include "server/progress.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/measures.hpp"
#include "server/store/people.hpp"
#include "server/store/policies.hpp"
#include "server/store/search.hpp"

namespace wrapup::server {
namespace {

std::optional<std::string> meta(Connection& writer, const std::string& name) {
    Query query = writer.query("SELECT value FROM meta WHERE name = ?", name);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void put_meta(Connection& writer, const std::string& name, const std::string& value) {
    writer.run("INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
               name, value);
}

std::int64_t number(Query query) {
    query.next();
    return query.integer(0);
}

enum class Derive { lists, lists_and_search };

// What everything about conversations is derived into touches most pages of the file: with SQLite's own 2 MiB, each
// would be written and read many times.
constexpr const char* large_cache = "PRAGMA cache_size = -262144";
constexpr const char* usual_cache = "PRAGMA cache_size = -2000";

constexpr std::int64_t conversations_at_once = 5'000;

std::vector<ConversationId> conversations_after(Connection& writer, const ConversationId& last) {
    Query query =
        writer.query("SELECT DISTINCT conversation FROM events WHERE conversation > ? ORDER BY conversation LIMIT ?",
                     last, conversations_at_once);
    std::vector<ConversationId> conversations;
    while (query.next()) conversations.push_back({query.text(0)});
    return conversations;
}

// `and_then` is run between some thousand conversations and the next. Returns of how many there are.
std::int64_t derive(Connection& writer, Derive what, const std::function<void()>& and_then) {
    const bool searched = what == Derive::lists_and_search;
    InboxView(writer).clear();
    Measures(writer).clear();
    if (searched) Search(writer).clear();
    const Policy policy = Policies(writer).current().policy;
    Progress progress(log_info, "deriving lists from the log", "conversations");
    std::int64_t done = 0;
    std::vector<ConversationId> some = conversations_after(writer, {});
    for (; !some.empty(); some = conversations_after(writer, some.back())) {
        for (const ConversationId& conversation : some) {
            const auto stored = EventLog(writer).of(conversation);
            Events events;
            for (const StoredEvent& one : stored) events.push_back(one.event);
            const Conversation state = replay(events);
            InboxView(writer).project(conversation, state, stored, policy);
            Measures(writer).take(conversation, {}, stored);
            progress.at(++done);
            if (!searched) continue;
            const auto customer = People(writer).customer(state.customer);
            Search(writer).add(state.site, stored, customer ? customer->name : "");
        }
        and_then();
    }
    return done;
}

}  // namespace

Rebuilt rebuild(Connection& writer) {
    writer.raw().exec(large_cache);
    writer.run("CREATE TEMP TABLE inbox_before AS SELECT * FROM inbox");
    writer.run("CREATE TEMP TABLE counts_before AS SELECT * FROM counts WHERE conversations <> 0");
    writer.run("CREATE TEMP TABLE measures_before AS SELECT * FROM measures");
    const std::int64_t conversations = derive(writer, Derive::lists_and_search, [] {});
    const std::int64_t differences =
        number(writer.query("SELECT count(*) FROM (SELECT * FROM inbox EXCEPT SELECT * FROM inbox_before)")) +
        number(writer.query(
            "SELECT count(*) FROM inbox_before WHERE conversation NOT IN (SELECT conversation FROM inbox)")) +
        number(writer.query("SELECT count(*) FROM (SELECT * FROM counts EXCEPT SELECT * FROM counts_before)")) +
        number(writer.query("SELECT count(*) FROM (SELECT * FROM counts_before EXCEPT SELECT * FROM counts)")) +
        number(writer.query("SELECT count(*) FROM (SELECT * FROM measures EXCEPT SELECT * FROM measures_before)")) +
        number(writer.query("SELECT count(*) FROM (SELECT * FROM measures_before EXCEPT SELECT * FROM measures)"));
    writer.run("DROP TABLE inbox_before");
    writer.run("DROP TABLE counts_before");
    writer.run("DROP TABLE measures_before");
    writer.raw().exec(usual_cache);
    return {conversations, differences};
}

void rebuild_if_outdated(Connection& writer) {
    const std::string search_id = std::to_string(Search::version);
    const bool search_is_outdated = meta(writer, "search_id") != search_id;
    if (meta(writer, "rules_id") == rules_id && !search_is_outdated) return;
    writer.raw().exec(large_cache);
    writer.run("BEGIN IMMEDIATE");
    // Until that is there again, nobody takes what is half derived for the whole.
    writer.run("DELETE FROM meta WHERE name = 'rules_id'");
    derive(writer, search_is_outdated ? Derive::lists_and_search : Derive::lists, [&] {
        writer.run("COMMIT");
        writer.run("BEGIN IMMEDIATE");
    });
    put_meta(writer, "rules_id", std::string(rules_id));
    put_meta(writer, "search_id", search_id);
    writer.run("COMMIT");
    writer.raw().exec(usual_cache);
}

}  // namespace wrapup::server
