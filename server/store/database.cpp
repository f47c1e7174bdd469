#include "server/store/database.hpp"

#include "server/clock.hpp"
#include "server/ids.hpp"
#include "server/log.hpp"
#include "server/metrics.hpp"
#include "server/store/migrations.hpp"
#include "server/store/rebuild.hpp"

namespace wrapup::server {
namespace {

constexpr int busy_timeout_ms = 5'000;

// What SQLite looks at of an index at most, so that it is never long about it.
constexpr const char* optimize_at_open = "PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002";

Connection open_writer(const std::filesystem::path& file, std::uintmax_t log_bytes_max) {
    try {
        Connection writer(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms);
        // FULL: with anything less, a power cut takes back what was answered.
        writer.raw().exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        writer.raw().exec("PRAGMA journal_size_limit = " + std::to_string(log_bytes_max));
        migrate(writer.raw(), file);
        rebuild_if_outdated(writer);
        writer.raw().exec(optimize_at_open);
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

Writing::Writing(Database& database)
    : lock_(database.writer_mutex_), database_(database), connection_(database.writer_) {
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
    const Ticks began = ticks();
    connection_.run("COMMIT");
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(ticks() - began);
    metrics.commit_microseconds.add(static_cast<std::uint64_t>(taken.count()));
    open_ = false;
    database_.fold_log_if_large();
}

Reading::Reading(Database& database) : database_(database), connection_(database.lease_reader()) {
    try {
        connection_->interrupt_when([&database, until = ticks() + database.limits_.reading_max] {
            return database.log_is_full_ || ticks() >= until;
        });
        connection_->run("BEGIN");
    } catch (...) {
        database_.give_back(nullptr);
        throw;
    }
}

Reading::~Reading() {
    try {
        connection_->interrupt_never();
        connection_->run("COMMIT");
    } catch (const SQLite::Exception&) {
        connection_.reset();  // Whatever is wrong with it, nobody else shall have it.
    }
    database_.give_back(std::move(connection_));
}

LongReading::LongReading(Database& database)
    : database_(database), connection_(database.file_.string(), SQLite::OPEN_READONLY, busy_timeout_ms) {
    std::unique_lock lock(database_.readers_mutex_);
    database_.reader_is_idle_.wait(lock, [&] { return !database_.log_is_full_; });
    ++database_.long_readings_;
}

LongReading::~LongReading() {
    const std::lock_guard lock(database_.readers_mutex_);
    --database_.long_readings_;
}

Database::Database(const std::filesystem::path& file) : Database(file, Limits{}) {}

Database::Database(const std::filesystem::path& file, const Limits& limits)
    : file_(file),
      limits_(limits),
      lock_(file),
      writer_(open_writer(file, limits.log_bytes_max)),
      epoch_(epoch_of(writer_)) {}

void Database::optimize() {
    const std::lock_guard lock(writer_mutex_);
    writer_.raw().exec("PRAGMA optimize");
}

// SQLite folds the log by itself after every thousand pages, but begins it anew only at a moment at which nobody reads:
// where there is none, it grows for ever. So we make one. The caller holds the writer.
void Database::fold_log_if_large() noexcept {
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(file_.string() + "-wal", unknown);
    if (unknown || bytes < limits_.log_bytes_max) return;
    std::unique_lock lock(readers_mutex_);
    if (long_readings_ > 0) return;  // It would be in vain until they are done.
    log_is_full_ = true;
    const bool nobody_reads =
        reader_is_idle_.wait_for(lock, limits_.reading_max, [&] { return idle_.size() == readers_; });
    lock.unlock();
    try {
        if (nobody_reads) writer_.raw().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (...) {
        log_fault("folding the log", std::current_exception());  // The next commit tries again.
    }
    lock.lock();
    log_is_full_ = false;
    reader_is_idle_.notify_all();
}

std::unique_ptr<Connection> Database::lease_reader() {
    std::unique_lock lock(readers_mutex_);
    reader_is_idle_.wait(lock, [&] { return !log_is_full_ && (!idle_.empty() || readers_ < readers_max); });
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
    reader_is_idle_.notify_all();  // One may wait for it, and another for everybody to be done.
}

}  // namespace wrapup::server
