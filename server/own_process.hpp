#pragma once

#include <cstdint>

namespace wrapup::server {

// What the system says of this process; 0 where it says nothing.
struct OwnProcess {
    std::uint64_t resident_bytes = 0;
    std::uint64_t descriptors = 0, descriptors_max = 0;
};
OwnProcess own_process();

}  // namespace wrapup::server
