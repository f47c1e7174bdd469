#include "server/throttle.hpp"

#include <algorithm>

namespace wrapup::server {

std::optional<std::chrono::milliseconds> Throttle::take(const std::string& key, Ticks at) {
    const std::lock_guard lock(mutex_);
    if (full_at_.size() >= keys_max) forget_who_is_full(at);
    Ticks& full_at = full_at_[key];
    const Ticks next = std::max(full_at, at) + every_;
    const auto too_early = next - at - every_ * static_cast<Ticks::rep>(most_);
    if (too_early > Ticks::duration::zero()) return std::chrono::ceil<std::chrono::milliseconds>(too_early);
    full_at = next;
    return std::nullopt;
}

void Throttle::give_back(const std::string& key) {
    const std::lock_guard lock(mutex_);
    if (const auto found = full_at_.find(key); found != full_at_.end()) found->second -= every_;
}

// Where that is nobody, everybody: memory has a bound, and who comes from so many places is not slowed by counting.
void Throttle::forget_who_is_full(Ticks at) {
    std::erase_if(full_at_, [&](const auto& one) { return one.second <= at; });
    if (full_at_.size() >= keys_max) full_at_.clear();
}

}  // namespace wrapup::server
