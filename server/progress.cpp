#include "server/progress.hpp"

#include <ostream>

namespace wrapup::server {

Progress::Progress(std::ostream& out, std::string doing, std::string things, std::int64_t total)
    : out_(out), doing_(std::move(doing)), things_(std::move(things)), total_(total) {}

void Progress::at(std::int64_t done) {
    const Ticks now = ticks();
    if (now < due_) return;
    due_ = now + tell_every;
    const auto taken_ms = std::chrono::duration_cast<Milliseconds>(now - began_).count();
    out_ << "wrapup: " << doing_ << ": " << done;
    if (total_ > 0) out_ << " of " << total_;
    out_ << ' ' << things_ << ", " << done * 1'000 / taken_ms << " a second" << std::endl;
}

}  // namespace wrapup::server
