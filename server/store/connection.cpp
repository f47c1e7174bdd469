#include "server/store/connection.hpp"

#include <sqlite3.h>

namespace wrapup::server {

bool Query::next() {
    try {
        return statement_.executeStep();
    } catch (const SQLite::Exception& e) {
        if (e.getErrorCode() == SQLITE_INTERRUPT) throw Interrupted();
        throw;
    }
}

void Connection::interrupt_when(Over over) {
    over_ = std::make_unique<Over>(std::move(over));
    const auto ask = [](void* asked) { return static_cast<int>((*static_cast<Over*>(asked))()); };
    sqlite3_progress_handler(database_.getHandle(), steps_between, ask, over_.get());
}

void Connection::interrupt_never() {
    sqlite3_progress_handler(database_.getHandle(), 0, nullptr, nullptr);
    over_.reset();
}

void Connection::make_empty(const std::string& table) {
    std::vector<std::string> made_by;  // The table comes first.
    {
        Query parts = query(
            "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'table' DESC", table);
        while (parts.next()) made_by.push_back(parts.text(0));
    }
    database_.exec("DROP TABLE " + table);
    for (const std::string& sql : made_by) database_.exec(sql);
}

}  // namespace wrapup::server
