// What the system knows of a process.
#pragma once

#include <malloc.h>

#include <fstream>
#include <string>

namespace wrapup::server::test {

// A number of /proc/PROCESS/status: "Threads", or "VmHWM", the most memory so far in KiB.
inline std::size_t status_of(const std::string& process, const std::string& name) {
    std::ifstream status("/proc/" + process + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(name + ':', 0) == 0) return std::stoul(line.substr(name.size() + 1));
    return 0;
}
// From here on, VmHWM is what is used from here on. What was used and is free again is given back first: else it would
// be used once more, unseen.
inline void forget_peak() {
    ::malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;
}
inline std::size_t own_status(const std::string& name) { return status_of("self", name); }

}  // namespace wrapup::server::test
