#include "server/timers.hpp"

#include "server/log.hpp"

namespace wrapup::server {

Timers::Timers(Service& service) : service_(service), thread_([this] { run(); }) {}

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
            if (const auto next = service_.inbox.run_timers())
                wait = std::clamp(std::chrono::milliseconds{*next - service_.clock()}, wait_min, look_again_every);
        } catch (...) {
            log_fault("the timers", std::current_exception());
        }
        lock.lock();
        stopping_.wait_for(lock, wait, [&] { return stopped_; });
    }
}

}  // namespace wrapup::server
