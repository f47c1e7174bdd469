// The one file. One connection writes, a few others read; every use is a transaction.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "server/store/connection.hpp"
#include "server/store/file_lock.hpp"
#include "server/store/unusable.hpp"

namespace wrapup::server {

class Database;

// The only writing transaction there is at a time. What was not committed is undone at the end of its scope. The
// writer is held until then, so what follows commit() in the same scope happens in the order of the commits.
class Writing {
public:
    explicit Writing(Database& database);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    Connection& operator*() const { return connection_; }
    void commit();

private:
    std::unique_lock<std::mutex> lock_;
    Database& database_;
    Connection& connection_;
    bool open_ = false;
};

// A snapshot: everything read through it is of the same moment. Keep it short: while it lives, the log of writes
// cannot be folded into the file. Never hold one while writing to a client. Who keeps it too long for others is
// Interrupted.
class Reading {
public:
    explicit Reading(Database& database);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Connection& operator*() const { return *connection_; }

private:
    Database& database_;
    std::unique_ptr<Connection> connection_;
};

// A connection of one's own that reads for as long as it takes, as a backup does. Meanwhile the log of writes grows.
class LongReading {
public:
    explicit LongReading(Database& database);
    ~LongReading();
    LongReading(const LongReading&) = delete;
    LongReading& operator=(const LongReading&) = delete;

    Connection& operator*() { return connection_; }

private:
    Database& database_;
    Connection connection_;
};

// Safe to use from several threads.
class Database {
public:
    static constexpr std::size_t readers_max = 8;

    struct Limits {
        std::chrono::milliseconds reading_max{2'000};
        // Of the log of writes: once it is as large, those who read have to go, and it is folded into the file.
        std::uintmax_t log_bytes_max = 64 * 1024 * 1024;
    };

    // Opens or creates it, and brings its schema up to date. Throws Unusable.
    explicit Database(const std::filesystem::path& file);
    Database(const std::filesystem::path& file, const Limits& limits);

    // Random, new at creation: a client that sees another one has been talking to another log.
    const std::string& epoch() const { return epoch_; }
    const std::filesystem::path& file() const { return file_; }

    // Has SQLite look again at how its tables have grown, which decides how it reads them. Once an hour is enough.
    void optimize();

private:
    friend class Writing;
    friend class Reading;
    friend class LongReading;
    std::unique_ptr<Connection> lease_reader();
    void give_back(std::unique_ptr<Connection> reader);
    void fold_log_if_large() noexcept;

    std::filesystem::path file_;
    Limits limits_;
    FileLock lock_;
    Connection writer_;  // Before the readers: it is closed after them, and folds the log into the file.
    std::mutex writer_mutex_;
    std::string epoch_;

    std::mutex readers_mutex_;
    std::condition_variable reader_is_idle_;
    std::size_t readers_ = 0;
    std::size_t long_readings_ = 0;
    std::atomic<bool> log_is_full_ = false;  // Nobody starts to read, and who does read is interrupted.
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace wrapup::server
