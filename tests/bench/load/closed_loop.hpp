#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace wrapup::bench {

// Clients on connections of their own, each of which sends its next request when it has the answer to the one before.
struct ClosedLoop {
    int port = 0;
    std::size_t clients = 1;
    std::chrono::milliseconds warm_up{300};  // Goes before, and is not counted.
    std::chrono::milliseconds lasts{3'000};
    std::size_t requests_max = std::numeric_limits<std::size_t>::max();  // Ends it before, if it comes to that.
};

struct Measured {
    double seconds = 0;
    std::vector<std::int64_t> microseconds;  // Of every request, from sending it to the last byte of its answer.
};

// What a client sends next: to be had until it is asked again.
using NextRequest = std::function<std::string_view(std::size_t client)>;
// Is told every answer, whole. Throws what is wrong with it.
using TakeAnswer = std::function<void(std::size_t client, std::string_view answer)>;

Measured run(const ClosedLoop& loop, const NextRequest& next, const TakeAnswer& take);

}  // namespace wrapup::bench
