#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "server/push/commit.hpp"

namespace wrapup::server {

// What one stream has yet to send. Safe to use from several threads.
class Mailbox {
public:
    // A reader this far behind is cut off, and catches up from the log when it comes back.
    static constexpr std::size_t frames_max = 256;

    void put(SharedCommit commit) {
        {
            const std::lock_guard lock(mutex_);
            if (commits_.size() == frames_max) closed_ = true;
            if (!closed_) commits_.push_back(std::move(commit));
        }
        changed_.notify_one();
    }

    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        changed_.notify_one();
    }

    // The next one; none if the wait was in vain or the mailbox is closed.
    SharedCommit take(std::chrono::milliseconds wait_max) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, wait_max, [&] { return closed_ || !commits_.empty(); });
        if (closed_ || commits_.empty()) return nullptr;
        SharedCommit commit = std::move(commits_.front());
        commits_.pop_front();
        return commit;
    }

    bool closed() const {
        const std::lock_guard lock(mutex_);
        return closed_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<SharedCommit> commits_;
    bool closed_ = false;
};

}  // namespace wrapup::server
