// A thin layer over SQLiteCpp: statements are prepared once, and values are bound by their type.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup::server {

struct Blob {
    std::string bytes;
};

// Reading took too long, or stood in the way. Nothing is wrong: the same can be asked again.
struct Interrupted : std::runtime_error {
    Interrupted() : std::runtime_error("reading was interrupted") {}
};

// A statement in use. Reset at the end of its scope, so that no cursor outlives its transaction. The same statement
// cannot be used twice at a time.
class Query {
public:
    template <class... Values>
    explicit Query(SQLite::Statement& statement, const Values&... values) : statement_(statement) {
        int index = 0;
        (bind(++index, values), ...);
    }
    ~Query() {
        statement_.tryReset();
        statement_.clearBindings();
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // Throws Interrupted where the connection is.
    bool next();
    void run() {
        while (next()) {
        }
    }

    // Of the row that next() came to.
    std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    std::string text(int column) const { return statement_.getColumn(column).getString(); }
    // The same without a copy: until next() is called again.
    std::string_view view(int column) const {
        const SQLite::Column value = statement_.getColumn(column);
        const char* text = value.getText();
        return {text, static_cast<std::size_t>(value.getBytes())};
    }
    bool is_null(int column) const { return statement_.getColumn(column).isNull(); }
    std::optional<std::string> text_or_null(int column) const {
        return is_null(column) ? std::nullopt : std::optional(text(column));
    }
    Time time(int column) const { return Time{Milliseconds{integer(column)}}; }

private:
    void bind(int index, const std::string& text) { statement_.bind(index, text); }
    void bind(int index, std::int64_t integer) { statement_.bind(index, integer); }
    void bind(int index, Time time) { statement_.bind(index, std::int64_t{time.time_since_epoch().count()}); }
    void bind(int index, const Blob& blob) {
        statement_.bind(index, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
    }
    template <class Tag>
    void bind(int index, const Id<Tag>& id) {
        statement_.bind(index, id.value);
    }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        if (value) bind(index, *value);  // Unbound is NULL.
    }

    SQLite::Statement& statement_;
};

// One connection, used by one thread at a time: so it needs no lock of SQLite's own around every call.
class Connection {
public:
    Connection(const std::string& file, int flags, int busy_timeout_ms)
        : database_(file, flags | SQLite::OPEN_NOMUTEX, busy_timeout_ms) {}

    // Interrupts whatever is read, and whatever is to be read next, once `over` says so. It is asked before each
    // statement and every `steps_between` of its steps, so it must be quick.
    static constexpr int steps_between = 2'000;
    using Over = std::function<bool()>;
    void interrupt_when(Over over);
    void interrupt_never();

    // `sql` must be a literal: the statement is kept under it, prepared.
    template <class... Values>
    Query query(const char* sql, const Values&... values) {
        if (over_ && (*over_)()) throw Interrupted();
        return Query(statements_.try_emplace(sql, database_, sql).first->second, values...);
    }
    template <class... Values>
    void run(const char* sql, const Values&... values) {
        query(sql, values...).run();
    }
    // Takes every row out of a table by making it anew, with its indexes: row by row it takes longer than filling it.
    void make_empty(const std::string& table);

    SQLite::Database& raw() { return database_; }

private:
    SQLite::Database database_;
    std::unique_ptr<Over> over_;
    std::unordered_map<std::string_view, SQLite::Statement> statements_;
};

}  // namespace wrapup::server
