#include "server/http/workers.hpp"

#include "server/metrics.hpp"

namespace wrapup::server {

Workers::Workers(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work_on(); });
}

void Workers::run(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(work));
        metrics.requests_waiting.set(waiting_.size());
    }
    changed_.notify_one();
}

void Workers::finish() {
    {
        const std::lock_guard lock(mutex_);
        finished_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
}

void Workers::work_on() {
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return finished_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const std::function<void()> work = std::move(waiting_.front());
        waiting_.pop_front();
        metrics.requests_waiting.set(waiting_.size());
        lock.unlock();
        work();
    }
}

}  // namespace wrapup::server
