#include "tests/fault/disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace wrapup::server::fault {
namespace {

// What a drive writes whole or not at all.
constexpr std::size_t sector_bytes = 512;

// Frames begin here in a log of writes; before it is the header, which SQLite syncs with NORMAL, too.
constexpr std::size_t log_header_bytes = 32;

void put(std::string& content, std::size_t offset, std::string_view bytes) {
    if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size());
    content.replace(offset, bytes.size(), bytes);
}

void apply(std::string& content, const Inode::Change& change) {
    if (change.truncates)
        content.resize(change.offset);
    else
        put(content, change.offset, change.bytes);
}

// Each sector that the change touches, or not: a write without power is torn anywhere.
void apply_torn(std::string& content, const Inode::Change& change, std::mt19937& random) {
    for (std::size_t begin = 0; begin < change.bytes.size();) {
        const std::size_t to_sector_end = sector_bytes - (change.offset + begin) % sector_bytes;
        const std::size_t size = std::min(to_sector_end, change.bytes.size() - begin);
        if (random() % 2 == 0) put(content, change.offset + begin, std::string_view(change.bytes).substr(begin, size));
        begin += size;
    }
}

// A random number of them, in their order, the last one torn.
void apply_some_in_order(std::string& content, const std::vector<Inode::Change>& changes, std::mt19937& random) {
    const std::size_t whole = random() % (changes.size() + 1);
    for (std::size_t i = 0; i < whole; ++i) apply(content, changes[i]);
    if (whole < changes.size()) apply_torn(content, changes[whole], random);
}

// Drives and kernels write in any order: a third of them is lost, a third is torn.
void apply_some_reordered(std::string& content, std::vector<Inode::Change> changes, std::mt19937& random) {
    std::shuffle(changes.begin(), changes.end(), random);
    for (const Inode::Change& change : changes) {
        const auto fate = random() % 3;
        if (fate == 1) apply_torn(content, change, random);
        if (fate == 2) apply(content, change);
    }
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_log(const std::string& path) { return path.ends_with("-wal"); }

}  // namespace

void Disk::start(std::uint32_t seed, Syncs syncs) {
    const std::lock_guard lock(mutex_);
    random_.seed(seed);
    syncs_ = syncs;
    seen_.clear();
    durable_.clear();
    out_ = false;
    changes_left_.reset();
    fault_.reset();
    faults_seen_ = 0;
    std::fill(std::begin(calls_), std::end(calls_), 0);
}

void Disk::cut_after(std::int64_t changes) {
    const std::lock_guard lock(mutex_);
    changes_left_ = changes;
}

bool Disk::is_out() {
    const std::lock_guard lock(mutex_);
    return out_;
}

void Disk::reboot() {
    const std::lock_guard lock(mutex_);
    for (const auto& [path, inode] : seen_) durable_.try_emplace(path, nullptr);
    for (auto& [path, inode] : durable_) {
        // The folder itself is written when the kernel likes: a new name may be there or not, a removed one still be.
        const auto seen = seen_.find(path);
        const auto newest = seen == seen_.end() ? nullptr : seen->second;
        if (newest != inode && random_() % 2 == 0) inode = newest;
        std::filesystem::remove(path);
        std::filesystem::remove(path + "-shm");  // Memory, although it has a name.
        if (!inode) continue;
        lose_power_over(*inode);
        std::ofstream(path, std::ios::binary) << inode->durable;
    }
    std::erase_if(durable_, [](const auto& entry) { return entry.second == nullptr; });
    seen_ = durable_;
    out_ = false;
    changes_left_.reset();
}

void Disk::lose_power_over(Inode& inode) {
    const auto fate = random_() % 3;
    if (fate == 1) apply_some_in_order(inode.durable, inode.unsynced, random_);
    if (fate == 2) apply_some_reordered(inode.durable, std::move(inode.unsynced), random_);
    inode.unsynced.clear();
}

void Disk::break_at(const Fault& fault) {
    const std::lock_guard lock(mutex_);
    fault_ = fault;
}

void Disk::repair() {
    const std::lock_guard lock(mutex_);
    if (faults_seen_ > 0) fault_.reset();
}

std::int64_t Disk::calls(Call call) {
    const std::lock_guard lock(mutex_);
    return calls_[static_cast<std::size_t>(call)];
}

std::int64_t Disk::faults_seen() {
    const std::lock_guard lock(mutex_);
    return faults_seen_;
}

int Disk::allow(Call call) {
    const std::lock_guard lock(mutex_);
    return refusal(call);
}

int Disk::refusal(Call call) {
    if (out_) return SQLITE_IOERR;
    const std::int64_t nth = ++calls_[static_cast<std::size_t>(call)];
    if (!fault_ || fault_->call != call || nth < fault_->nth) return SQLITE_OK;
    if (nth > fault_->nth && fault_->lasts == Lasts::once) return SQLITE_OK;
    ++faults_seen_;
    return fault_->code;
}

// As refusal(), of a call at which the power can fail.
int Disk::change(Call call) {
    if (!out_ && changes_left_ && --*changes_left_ <= 0) out_ = true;
    return refusal(call);
}

std::shared_ptr<Inode> Disk::opened(const std::string& path) {
    const std::lock_guard lock(mutex_);
    auto& inode = seen_[path];
    if (inode) return inode;
    inode = std::make_shared<Inode>();
    // One that was there before start() is there for good. An empty one has just been made.
    inode->durable = content_of(path);
    if (!inode->durable.empty()) durable_[path] = inode;
    return inode;
}

int Disk::write(Inode& inode, const std::string& path, std::size_t offset, std::string bytes) {
    const std::lock_guard lock(mutex_);
    if (out_) return SQLITE_IOERR;
    // With NORMAL the log is synced when it is about to be folded into the file, and only then.
    const auto log = seen_.find(path + "-wal");
    if (syncs_ == Syncs::normal && log != seen_.end()) make_durable(*log->second, log->first);
    const int code = change(Call::write);
    if (code != SQLITE_OK && !out_) bytes.resize(bytes.size() / 2);  // What fails may have been done in part.
    inode.unsynced.push_back({offset, std::move(bytes), false});
    return code;
}

int Disk::truncate(Inode& inode, std::size_t size) {
    const std::lock_guard lock(mutex_);
    if (const int code = change(Call::truncate); code != SQLITE_OK) return code;
    inode.unsynced.push_back({size, {}, true});
    return SQLITE_OK;
}

int Disk::sync(Inode& inode, const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (const int code = change(Call::sync); code != SQLITE_OK) return code;
    if (counts(inode, path)) make_durable(inode, path);
    return SQLITE_OK;
}

bool Disk::counts(const Inode& inode, const std::string& path) const {
    if (syncs_ == Syncs::full) return true;
    if (syncs_ == Syncs::off) return false;
    return !is_log(path) || std::all_of(inode.unsynced.begin(), inode.unsynced.end(),
                                        [](const auto& change) { return change.offset < log_header_bytes; });
}

// The first sync of a file syncs its folder, too, and with it every name that was given or taken away before.
void Disk::make_durable(Inode& inode, const std::string& path) {
    for (const Inode::Change& change : inode.unsynced) apply(inode.durable, change);
    inode.unsynced.clear();
    const auto named = [&](const Folder& folder) {
        const auto found = folder.find(path);
        return found != folder.end() && found->second.get() == &inode;
    };
    if (named(seen_) && !named(durable_)) durable_ = seen_;
}

int Disk::remove(const std::string& path, bool syncs_folder) {
    const std::lock_guard lock(mutex_);
    if (const int code = change(Call::remove); code != SQLITE_OK) return code;
    if (!seen_.contains(path)) return SQLITE_OK;
    seen_.erase(path);
    if (syncs_folder && syncs_ != Syncs::off) durable_.erase(path);
    return SQLITE_OK;
}

}  // namespace wrapup::server::fault
