#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wrapup::server {

// A few threads that do one piece of work after the other. Safe to use from several threads.
class Workers {
public:
    explicit Workers(std::size_t threads);
    ~Workers() { finish(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // It must not throw. How much may wait is the caller's to limit.
    void run(std::function<void()> work);

    // Does what is waiting, and ends.
    void finish();

private:
    void work_on();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    bool finished_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace wrapup::server
