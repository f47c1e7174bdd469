#include "tests/fault/soundness.hpp"

#include "core/evolve.hpp"
#include "server/store/event_log.hpp"

namespace wrapup::server::fault {
namespace {

std::string all_of(Connection& connection, const char* sql) {
    std::string lines;
    Query query = connection.query(sql);
    while (query.next()) lines += query.text(0) + '\n';
    return lines;
}

bool is_furnished(Database& database) {
    const Reading reading(database);
    return People(*reading).site({"shop"}).has_value();
}

}  // namespace

std::unique_ptr<Service> open_server(const std::filesystem::path& file, int fold_after_pages) {
    auto server = std::make_unique<Service>(file, [] { return Time{Milliseconds{1'000'000}}; });
    if (!is_furnished(server->database)) test::add_everybody(server->database);
    const Writing writing(server->database);
    (*writing).raw().exec("PRAGMA wal_autocheckpoint = " + std::to_string(fold_after_pages));
    return server;
}

std::string damage(Database& database) {
    const Reading reading(database);
    std::string found =
        all_of(*reading, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
    found += all_of(*reading, "SELECT \"table\" || ' has a key without its row' FROM pragma_foreign_key_check");
    found += all_of(*reading,
                    "SELECT conversation || ' has no events' FROM inbox "
                    "WHERE conversation NOT IN (SELECT conversation FROM events)");
    std::map<std::string, Conversation> replayed;
    for (const StoredEvent& stored : EventLog(*reading).after(0)) {
        Conversation& state = replayed[stored.conversation.value];
        state = evolve(std::move(state), stored.event);
    }
    for (const auto& [conversation, state] : replayed)
        if (InboxView(*reading).state({conversation}) != state) found += conversation + " is not as in the log\n";
    return found;
}

std::string rows_of(const std::filesystem::path& file, const std::vector<std::string>& tables) {
    const SQLite::Database database(file.string());
    std::string rows;
    for (const std::string& table : tables) {
        SQLite::Statement select(database, "SELECT * FROM " + table + " ORDER BY 1");
        while (select.executeStep()) {
            rows += table;
            for (int i = 0; i < select.getColumnCount(); ++i) rows += '|' + select.getColumn(i).getString();
            rows += '\n';
        }
    }
    return rows;
}

bool survives_rebuilding(const std::filesystem::path& file) {
    const std::string before = rows_of(file, {"inbox"});
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("DELETE FROM inbox; DELETE FROM meta WHERE name = 'rules_id'");
    { const Database rebuilding(file); }
    return rows_of(file, {"inbox"}) == before;
}

}  // namespace wrapup::server::fault
