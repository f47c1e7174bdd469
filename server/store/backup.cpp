#include "server/store/backup.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace wrapup::server {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mebibyte = 1024 * 1024;

struct Rows {
    std::int64_t events = 0, conversations = 0, customers = 0;
    // None of these ever gets fewer.
    bool within(const Rows& before, const Rows& after) const {
        return before.events <= events && events <= after.events && before.conversations <= conversations &&
               conversations <= after.conversations && before.customers <= customers && customers <= after.customers;
    }
};

std::int64_t number(Query query) {
    query.next();
    return query.integer(0);
}

Rows rows_of(Connection& connection) {
    return {number(connection.query("SELECT count(*) FROM events")),
            number(connection.query("SELECT count(*) FROM inbox")),
            number(connection.query("SELECT count(*) FROM customers"))};
}

std::uintmax_t bytes_of(Connection& connection) {
    return static_cast<std::uintmax_t>(number(connection.query("PRAGMA page_count")) *
                                       number(connection.query("PRAGMA page_size")));
}

std::string mebibytes(std::uintmax_t bytes) { return std::to_string(bytes / mebibyte + 1) + " MiB"; }

std::uintmax_t size_or_0(const fs::path& file) {
    std::error_code unknown;
    const auto size = fs::file_size(file, unknown);
    return unknown ? 0 : size;
}

fs::path folder_of(const fs::path& file) { return fs::absolute(file).parent_path(); }

// The copy under its first name; gone at the end of the scope, unless it got its last one.
class Partial {
public:
    explicit Partial(const fs::path& to) : to_(to), path_(to.string() + ".partial") { remove(); }
    ~Partial() { remove(); }
    Partial(const Partial&) = delete;
    Partial& operator=(const Partial&) = delete;

    const fs::path& path() const { return path_; }

    void finish() {
        sync_to_disk(path_);
        fs::rename(path_, to_);
        sync_to_disk(folder_of(to_));
    }

private:
    void remove() noexcept {
        std::error_code unknown;
        fs::remove(path_, unknown);
        fs::remove(path_.string() + "-journal", unknown);
    }

    fs::path to_;
    fs::path path_;
};

void check_target(const fs::path& to) {
    std::error_code unknown;
    if (fs::exists(to, unknown)) throw BackupFailed(to.string() + " is there already");
    if (!fs::is_directory(folder_of(to), unknown)) throw BackupFailed("there is no folder " + folder_of(to).string());
}

// What is restored from it goes on in another way than the original did: whoever knows that one is to notice.
void forget_epoch(const fs::path& copy) {
    Connection(copy.string(), SQLite::OPEN_READWRITE, 0).run("DELETE FROM meta WHERE name = 'epoch'");
}

// Reads the copy through.
Backup checked(const fs::path& copy, const Rows& before, const Rows& after, const Connection::Over& over) {
    Connection connection(copy.string(), SQLite::OPEN_READONLY, 0);
    connection.interrupt_when(over);
    Query check = connection.query("PRAGMA integrity_check(1)");
    if (!check.next() || check.text(0) != "ok") throw BackupFailed("the copy is damaged");
    const Rows rows = rows_of(connection);
    if (!rows.within(before, after)) throw BackupFailed("the copy is not whole");
    return {number(connection.query("SELECT ifnull(max(position), 0) FROM events")), rows.conversations,
            size_or_0(copy)};
}

Backup copied(Database& database, const fs::path& to, const BackupProgress& tell) {
    LongReading reading(database);
    const std::uintmax_t about = bytes_of(*reading);
    check_room(to, about);
    Partial partial(to);
    const auto over = [&] { return !tell(size_or_0(partial.path()), about); };
    const Rows before = rows_of(*reading);
    (*reading).interrupt_when(over);
    (*reading).run("VACUUM INTO ?", partial.path().string());
    (*reading).interrupt_never();
    forget_epoch(partial.path());
    const Backup backup = checked(partial.path(), before, rows_of(*reading), over);
    partial.finish();
    return backup;
}

std::string words_for(const SQLite::Exception& e) {
    if (e.getErrorCode() == SQLITE_FULL) return "the disk is full";
    const bool is_writing = e.getErrorCode() == SQLITE_IOERR;
    return is_writing ? "the disk takes no more of it (" + std::string(e.getErrorStr()) + ')' : e.getErrorStr();
}

}  // namespace

void sync_to_disk(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw BackupFailed(path.string() + " cannot be written: " + std::strerror(error));
}

void check_room(const fs::path& file, std::uintmax_t bytes) {
    std::error_code unknown;
    const auto space = fs::space(folder_of(file), unknown);
    if (!unknown && space.available < bytes)
        throw BackupFailed("there is no room: it needs about " + mebibytes(bytes) + ", and " +
                           folder_of(file).string() + " has " + mebibytes(space.available));
}

Backup backup(Database& database, const fs::path& to, const BackupProgress& tell) {
    check_target(to);
    try {
        return copied(database, to, tell);
    } catch (const Interrupted&) {
        throw BackupFailed("it was stopped");
    } catch (const SQLite::Exception& e) {
        throw BackupFailed(words_for(e));
    } catch (const fs::filesystem_error& e) {
        throw BackupFailed(to.string() + " cannot be made: " + e.code().message());
    }
}

}  // namespace wrapup::server
