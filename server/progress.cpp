#include "server/progress.hpp"

#include <ostream>

namespace wrapup::server {

Progress::Progress(std::ostream& out, std::string doing, std::string things, std::int64_t total)
    : Progress([&out](const std::string& line) { out << "wrapup: " << line << std::endl; }, std::move(doing),
               std::move(things), total) {}

Progress::Progress(Say say, std::string doing, std::string things, std::int64_t total)
    : say_(std::move(say)), doing_(std::move(doing)), things_(std::move(things)), total_(total) {}

void Progress::at(std::int64_t done) {
    const Ticks now = ticks();
    if (now < due_) return;
    due_ = now + tell_every;
    const auto taken_ms = std::chrono::duration_cast<Milliseconds>(now - began_).count();
    const std::string total = total_ > 0 ? " of " + std::to_string(total_) : "";
    say_(doing_ + ": " + std::to_string(done) + total + ' ' + things_ + ", " + std::to_string(done * 1'000 / taken_ms) +
         " a second");
}

}  // namespace wrapup::server
