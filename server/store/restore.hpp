#pragma once

#include "server/store/backup.hpp"

namespace wrapup::server {

// Why nothing was restored, in one line for the operator. The database is as it was.
struct RestoreFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Restored {
    Backup from;                 // What is in it.
    std::filesystem::path kept;  // Where the former database is now; empty where there was none.
};

// Puts a copy in the place of a database, in one step that is done or not, however it ends. The copy is read through
// before, and stays. What is restored gets an epoch of its own when it is opened, so that every browser notices. Throws
// InUse where a server is using the database.
Restored restore(const std::filesystem::path& database, const std::filesystem::path& copy, Time now);

}  // namespace wrapup::server
