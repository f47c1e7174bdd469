#include "server/store/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "server/store/unusable.hpp"

namespace wrapup::server {

FileLock::FileLock(const std::filesystem::path& database) {
    const std::string path = database.string() + ".lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) throw Unusable(database, std::string("cannot write beside it: ") + std::strerror(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(descriptor_);
    throw InUse(database);
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace wrapup::server
