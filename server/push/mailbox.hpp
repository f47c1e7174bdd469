#pragma once

#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <variant>

#include "server/push/commit.hpp"
#include "server/push/notice.hpp"

namespace wrapup::server {

using Letter = std::variant<SharedCommit, SharedNotice>;

// What one stream has yet to send. Safe to use from several threads.
class Mailbox {
public:
    // A reader with more commits than this to take is cut off, and catches up when it comes back.
    static constexpr std::size_t letters_max = 256;
    static constexpr std::size_t bytes_max = 256 * 1024;  // Counted before the last one.
    // From here on there is no room for notices.
    static constexpr std::size_t letters_with_notices_max = 32;

    // Whom to call when there is something to take, or never will be again.
    void wake_by(std::function<void()> wake) {
        const std::lock_guard lock(mutex_);
        wake_ = std::move(wake);
    }

    void put(const SharedCommit& commit) {
        const std::lock_guard lock(mutex_);
        if (letters_.size() >= letters_max || bytes_ > bytes_max) return cut_off();
        if (!closed_) bytes_ += commit->bytes();
        add(commit);
    }

    void put(const SharedNotice& notice) {
        const std::lock_guard lock(mutex_);
        if (letters_.size() < letters_with_notices_max) add(notice);
    }

    void close() {
        const std::lock_guard lock(mutex_);
        cut_off();
    }

    // The next one; none if there is none or the mailbox is closed.
    std::optional<Letter> take() {
        const std::lock_guard lock(mutex_);
        if (closed_ || letters_.empty()) return std::nullopt;
        Letter letter = std::move(letters_.front());
        letters_.pop_front();
        if (const auto* commit = std::get_if<SharedCommit>(&letter)) bytes_ -= (*commit)->bytes();
        return letter;
    }

    bool closed() const {
        const std::lock_guard lock(mutex_);
        return closed_;
    }

private:
    void cut_off() {
        closed_ = true;
        if (wake_) wake_();
    }

    void add(Letter letter) {
        const bool is_first = letters_.empty();
        if (!closed_) letters_.push_back(std::move(letter));
        if (is_first && wake_) wake_();
    }

    mutable std::mutex mutex_;
    std::function<void()> wake_;
    std::list<Letter> letters_;  // Of nothing, most of the time, and then it takes no room.
    std::size_t bytes_ = 0;
    bool closed_ = false;
};

}  // namespace wrapup::server
