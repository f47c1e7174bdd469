#pragma once

#include <deque>
#include <functional>
#include <mutex>

#include "server/push/commit.hpp"

namespace wrapup::server {

// What one stream has yet to send. Safe to use from several threads.
class Mailbox {
public:
    // A reader further behind than either is cut off, and catches up when it comes back.
    static constexpr std::size_t frames_max = 256;
    static constexpr std::size_t bytes_max = 256 * 1024;  // Counted before the last one.

    // Whom to call when there is something to take, or never will be again.
    void wake_by(std::function<void()> wake) {
        const std::lock_guard lock(mutex_);
        wake_ = std::move(wake);
    }

    void put(SharedCommit commit) {
        const std::lock_guard lock(mutex_);
        const bool is_too_much = commits_.size() == frames_max || bytes_ > bytes_max;
        const bool is_news = commits_.empty() || is_too_much;
        if (is_too_much) closed_ = true;
        if (!closed_) {
            bytes_ += commit->bytes();
            commits_.push_back(std::move(commit));
        }
        if (is_news && wake_) wake_();
    }

    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        if (wake_) wake_();
    }

    // The next one; none if there is none or the mailbox is closed.
    SharedCommit take() {
        const std::lock_guard lock(mutex_);
        if (closed_ || commits_.empty()) return nullptr;
        SharedCommit commit = std::move(commits_.front());
        commits_.pop_front();
        bytes_ -= commit->bytes();
        return commit;
    }

    bool closed() const {
        const std::lock_guard lock(mutex_);
        return closed_;
    }

private:
    mutable std::mutex mutex_;
    std::function<void()> wake_;
    std::deque<SharedCommit> commits_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
};

}  // namespace wrapup::server
