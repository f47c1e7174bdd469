#include "server/store/restore.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "server/store/file_lock.hpp"
#include "server/store/migrations.hpp"

namespace wrapup::server {
namespace {

namespace fs = std::filesystem;

constexpr std::array beside{"-wal", "-shm"};

std::int64_t number(Query query) {
    query.next();
    return query.integer(0);
}

Backup read_through(const fs::path& copy) {
    std::error_code unknown;
    if (!fs::is_regular_file(copy, unknown)) throw RestoreFailed("there is no file " + copy.string());
    if (fs::exists(copy.string() + "-wal", unknown) && fs::file_size(copy.string() + "-wal", unknown) > 0)
        throw RestoreFailed(copy.string() + " is the file of a server, and no copy that wrapup backup has made");
    Connection connection(copy.string(), SQLite::OPEN_READONLY, 0);
    if (number(connection.query("PRAGMA application_id")) != application_id)
        throw RestoreFailed(copy.string() + " is not a Wrapup database");
    if (number(connection.query("PRAGMA user_version")) > newest_schema())
        throw RestoreFailed(copy.string() + " was written by a newer Wrapup; install that first");
    Query check = connection.query("PRAGMA integrity_check(1)");
    if (!check.next() || check.text(0) != "ok") throw RestoreFailed(copy.string() + " is damaged");
    return {number(connection.query("SELECT ifnull(max(position), 0) FROM events")),
            number(connection.query("SELECT count(*) FROM inbox")), fs::file_size(copy)};
}

// The copy under its first name, beside the database; gone at the end of the scope, unless it was put in its place.
class Prepared {
public:
    Prepared(const fs::path& copy, const fs::path& database) : path_(database.string() + ".restoring") {
        fs::copy_file(copy, path_, fs::copy_options::overwrite_existing);
        fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
        Connection(path_.string(), SQLite::OPEN_READWRITE, 0).run("DELETE FROM meta WHERE name = 'epoch'");
        for (const char* end : beside) fs::remove(path_.string() + end);
        give_to_owner_of(fs::absolute(database).parent_path());
        sync_to_disk(path_);
    }
    ~Prepared() {
        std::error_code unknown;
        fs::remove(path_, unknown);
    }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    const fs::path& path() const { return path_; }

private:
    // Whoever restores as root restores for the user of the server, who has the folder.
    void give_to_owner_of(const fs::path& folder) const {
        struct stat owner {};
        if (::geteuid() != 0 || ::stat(folder.c_str(), &owner) != 0) return;
        if (::chown(path_.c_str(), owner.st_uid, owner.st_gid) != 0)
            throw RestoreFailed(path_.string() + " cannot be given to the owner of its folder");
    }

    fs::path path_;
};

// The log of writes belongs to the former file, and would be taken for the new one's. Where the file is too damaged to
// take it in, it goes aside with it.
void fold_log(const fs::path& database) {
    try {
        Connection(database.string(), SQLite::OPEN_READWRITE, 0).raw().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const SQLite::Exception&) {
    }
}

fs::path keep_aside(const fs::path& database, Time now) {
    fs::path kept = database.string() + ".before-restore-" + std::to_string(now.time_since_epoch().count() / 1'000);
    fold_log(database);
    for (const char* end : beside)
        if (fs::exists(database.string() + end)) fs::rename(database.string() + end, kept.string() + end);
    fs::create_hard_link(database, kept);
    return kept;
}

Restored restored(const fs::path& database, const fs::path& copy, Time now) {
    const Backup from = read_through(copy);
    check_room(database, from.bytes);
    const Prepared prepared(copy, database);
    const fs::path kept = fs::exists(database) ? keep_aside(database, now) : fs::path();
    fs::rename(prepared.path(), database);
    sync_to_disk(fs::absolute(database).parent_path());
    return {from, kept};
}

}  // namespace

Restored restore(const fs::path& database, const fs::path& copy, Time now) {
    const FileLock lock(database);
    try {
        return restored(database, copy, now);
    } catch (const BackupFailed& e) {
        throw RestoreFailed(e.what());
    } catch (const SQLite::Exception& e) {
        throw RestoreFailed(copy.string() + " cannot be read: " + e.getErrorStr());
    } catch (const fs::filesystem_error& e) {
        throw RestoreFailed(database.string() + " cannot be written: " + e.code().message());
    }
}

}  // namespace wrapup::server
