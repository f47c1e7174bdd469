#pragma once

#include <functional>

#include "server/store/database.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// Why there is no backup, in one line for the operator. Nothing of it is left behind.
struct BackupFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Backup {
    Position position = 0;  // Everything up to it is there, and nothing after it.
    std::int64_t conversations = 0;
    std::uintmax_t bytes = 0;
};

// Is told now and then how many bytes of about how many are written. False: stop.
using BackupProgress = std::function<bool(std::uintmax_t done, std::uintmax_t about)>;

// Copies the database as it is at one moment to a file that is not there yet, while others go on reading and writing.
// The copy is a database of its own that was read through and found whole, and it is on disk before it gets its name.
Backup backup(Database& database, const std::filesystem::path& to, const BackupProgress& tell);

// Of a file, or of the names in a folder. Throws BackupFailed.
void sync_to_disk(const std::filesystem::path& path);

// Throws BackupFailed where so much does not fit beside the file.
void check_room(const std::filesystem::path& file, std::uintmax_t bytes);

}  // namespace wrapup::server
