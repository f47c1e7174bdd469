#include "tests/bench/load/commit_watch.hpp"

#include <fcntl.h>
#include <sys/mman.h>

#include <cerrno>
#include <system_error>

#include "server/http/sockets.hpp"

namespace wrapup::bench {
namespace {

constexpr std::size_t header_bytes = 136, counter_at = 8;

}  // namespace

CommitWatch::CommitWatch(const std::string& database) {
    const server::Descriptor file(::open((database + "-shm").c_str(), O_RDONLY | O_CLOEXEC));
    header_ = ::mmap(nullptr, header_bytes, PROT_READ, MAP_SHARED, file.get(), 0);
    if (header_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), database + "-shm");
    counter_ = reinterpret_cast<const volatile std::uint32_t*>(static_cast<const char*>(header_) + counter_at);
}

CommitWatch::~CommitWatch() { ::munmap(header_, header_bytes); }

}  // namespace wrapup::bench
