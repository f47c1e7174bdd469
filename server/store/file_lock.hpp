#pragma once

#include <filesystem>

namespace wrapup::server {

// Held by the one process that may use a database, for as long as this object lives (the kernel lets go of it when the
// process ends, however it ends). Throws InUse where another process holds it, and Unusable.
class FileLock {
public:
    explicit FileLock(const std::filesystem::path& database);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace wrapup::server
