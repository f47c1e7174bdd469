#include "server/store/database.hpp"

#include "server/ids.hpp"
#include "server/store/migrations.hpp"
#include "server/store/rebuild.hpp"

namespace wrapup::server {
namespace {

constexpr int busy_timeout_ms = 5'000;

Connection open_writer(const std::filesystem::path& file) {
    try {
        Connection writer(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms);
        // FULL: with anything less, a power cut takes back what was answered.
        writer.raw().exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        migrate(writer.raw(), file);
        rebuild_if_outdated(writer);
        return writer;
    } catch (const SQLite::Exception& e) {
        throw Unusable(file, e.getErrorStr());
    }
}

std::string epoch_of(Connection& writer) {
    writer.run("INSERT INTO meta (name, value) VALUES ('epoch', ?) ON CONFLICT DO NOTHING", random_id());
    Query query = writer.query("SELECT value FROM meta WHERE name = 'epoch'");
    query.next();
    return query.text(0);
}

}  // namespace

Writing::Writing(Database& database) : lock_(database.writer_mutex_), connection_(database.writer_) {
    connection_.run("BEGIN IMMEDIATE");
    open_ = true;
}

Writing::~Writing() {
    if (!open_) return;
    try {
        connection_.run("ROLLBACK");
    } catch (const SQLite::Exception&) {
        // SQLite has rolled back by itself, as it does when the disk is full.
    }
}

void Writing::commit() {
    connection_.run("COMMIT");
    open_ = false;
}

Reading::Reading(Database& database) : database_(database), connection_(database.lease_reader()) {
    try {
        connection_->run("BEGIN");
    } catch (...) {
        database_.give_back(nullptr);
        throw;
    }
}

Reading::~Reading() {
    try {
        connection_->run("COMMIT");
    } catch (const SQLite::Exception&) {
        connection_.reset();  // Whatever is wrong with it, nobody else shall have it.
    }
    database_.give_back(std::move(connection_));
}

Database::Database(const std::filesystem::path& file)
    : file_(file), lock_(file), writer_(open_writer(file)), epoch_(epoch_of(writer_)) {}

std::unique_ptr<Connection> Database::lease_reader() {
    std::unique_lock lock(readers_mutex_);
    reader_is_idle_.wait(lock, [&] { return !idle_.empty() || readers_ < readers_max; });
    if (idle_.empty()) {
        auto reader = std::make_unique<Connection>(file_.string(), SQLite::OPEN_READONLY, busy_timeout_ms);
        ++readers_;
        return reader;
    }
    auto reader = std::move(idle_.back());
    idle_.pop_back();
    return reader;
}

void Database::give_back(std::unique_ptr<Connection> reader) {
    {
        const std::lock_guard lock(readers_mutex_);
        if (reader)
            idle_.push_back(std::move(reader));
        else
            --readers_;
    }
    reader_is_idle_.notify_one();
}

}  // namespace wrapup::server
