#include "server/timers.hpp"

#include "server/log.hpp"

namespace wrapup::server {

Timers::Timers(Service& service) : service_(service), attendance_(service), thread_([this] { run(); }) {}

Timers::~Timers() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_one();
    thread_.join();
}

void Timers::run() {
    std::unique_lock lock(mutex_);
    while (!stopped_) {
        lock.unlock();
        std::chrono::milliseconds wait = look_again_every;
        try {
            wait = run_what_is_due();
        } catch (...) {
            log_fault("the timers", std::current_exception());
        }
        lock.lock();
        stopping_.wait_for(lock, wait, [&] { return stopped_; });
    }
}

// Returns when to come again.
std::chrono::milliseconds Timers::run_what_is_due() {
    if (ticks() >= optimize_at_) {
        optimize_at_ = ticks() + optimize_every;
        service_.database.optimize();
    }
    attendance_.look();
    const auto next = service_.inbox.run_timers();
    if (!next) return look_again_every;
    return std::clamp(std::chrono::milliseconds{*next - service_.clock()}, wait_min, look_again_every);
}

}  // namespace wrapup::server
