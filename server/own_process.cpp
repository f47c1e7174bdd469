#include "server/own_process.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace wrapup::server {
namespace {

std::uint64_t resident_bytes() {
    std::ifstream pages("/proc/self/statm");
    std::uint64_t all = 0, resident = 0;
    pages >> all >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::uint64_t descriptors() {
    std::error_code unknown;
    const auto open = std::filesystem::directory_iterator("/proc/self/fd", unknown);
    return unknown ? 0 : static_cast<std::uint64_t>(std::distance(begin(open), end(open)));
}

std::uint64_t descriptors_max() {
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

}  // namespace

OwnProcess own_process() { return {resident_bytes(), descriptors(), descriptors_max()}; }

}  // namespace wrapup::server
