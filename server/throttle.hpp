#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/clock.hpp"

namespace wrapup::server {

// A bucket of tokens for each of many: full at first, and filled by one more token at a time. Safe to use from several
// threads.
class Throttle {
public:
    static constexpr std::size_t keys_max = 20'000;

    // `most` in a bucket, which is filled within `period` when it is empty.
    Throttle(std::size_t most, std::chrono::milliseconds period)
        : most_(most), every_(period / static_cast<std::int64_t>(most)) {}

    // Takes one. Where there is none, says how long until there is.
    std::optional<std::chrono::milliseconds> take(const std::string& key, Ticks at);
    void give_back(const std::string& key);

private:
    void forget_who_is_full(Ticks at);

    const std::size_t most_;
    const Ticks::duration every_;
    std::mutex mutex_;
    std::unordered_map<std::string, Ticks> full_at_;
};

}  // namespace wrapup::server
