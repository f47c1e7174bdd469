// A disk that tells what SQLite has written from what would still be there after a power cut, and whose calls can be
// made to fail. SQLite reaches it through vfs.cpp; the files in the folder hold what the process sees.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace wrapup::server::fault {

// What SQLite asks of a file system and may be refused.
enum class Call : std::uint8_t { open, read, write, truncate, sync, remove, lock, count };

// Which syncs are carried out, which is what SQLite calls `synchronous`: NORMAL leaves out those of a commit.
enum class Syncs : std::uint8_t { full, normal, off };

// How long a call fails, once it fails: one time, or until Disk::repair().
enum class Lasts : std::uint8_t { once, until_repaired };

struct Fault {
    Call call = Call::write;
    std::int64_t nth = 1;  // From 1, counted from Disk::start() on.
    int code = 0;          // What SQLite is told: an SQLITE_ constant.
    Lasts lasts = Lasts::once;
};

// One file's bytes, whatever its name is. A name can be given to another file, as in any Unix.
struct Inode {
    struct Change {
        std::size_t offset = 0;
        std::string bytes;
        bool truncates = false;  // To `offset`, and there are no bytes.
    };
    std::string durable;
    std::vector<Change> unsynced;  // In the order in which they were made.
};

// Safe to use from several threads, except for start() and reboot(), during which no file may be open.
class Disk {
public:
    // Forgets all files and faults; counts from 0. The seed decides what a power cut leaves.
    void start(std::uint32_t seed, Syncs syncs = Syncs::full);

    // The power fails at the nth change of the disk from now on: from then on every call fails.
    void cut_after(std::int64_t changes);
    bool is_out();

    // Power again: the files in the folder are what was synced, and of the rest whatever the seed decides.
    void reboot();

    void break_at(const Fault& fault);
    void repair();
    std::int64_t calls(Call call);
    std::int64_t faults_seen();

    // For vfs.cpp. Each returns what SQLite is told: SQLITE_OK, or why not.
    int allow(Call call);
    std::shared_ptr<Inode> opened(const std::string& path);
    int write(Inode& inode, const std::string& path, std::size_t offset, std::string bytes);
    int truncate(Inode& inode, std::size_t size);
    int sync(Inode& inode, const std::string& path);
    int remove(const std::string& path, bool syncs_folder);

private:
    using Folder = std::map<std::string, std::shared_ptr<Inode>>;

    int refusal(Call call);
    int change(Call call);
    void make_durable(Inode& inode, const std::string& path);
    bool counts(const Inode& inode, const std::string& path) const;
    void lose_power_over(Inode& inode);

    std::mutex mutex_;
    std::mt19937 random_;
    Syncs syncs_ = Syncs::full;
    Folder seen_;     // By the process.
    Folder durable_;  // After a power cut.
    bool out_ = false;
    std::optional<std::int64_t> changes_left_;
    std::optional<Fault> fault_;
    std::int64_t faults_seen_ = 0;
    std::int64_t calls_[static_cast<std::size_t>(Call::count)] = {};
};

// The one disk of this process. Every database that is opened after the first use of it is on it.
Disk& disk();

}  // namespace wrapup::server::fault
