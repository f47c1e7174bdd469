#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/attendance.hpp"

namespace wrapup::server {

// Runs the inbox's timers, looks who has come and gone, and tends the database now and then, in a thread of its own,
// for as long as it lives.
class Timers {
public:
    // What a command has changed is looked at within this time.
    static constexpr std::chrono::milliseconds look_again_every{1'000};
    // Even where a time has come again at once, so that nothing makes it run without end.
    static constexpr std::chrono::milliseconds wait_min{20};
    static constexpr std::chrono::hours optimize_every{1};

    explicit Timers(Service& service);  // It must live longer.
    ~Timers();
    Timers(const Timers&) = delete;
    Timers& operator=(const Timers&) = delete;

private:
    void run();
    std::chrono::milliseconds run_what_is_due();

    Service& service_;
    Attendance attendance_;
    Ticks optimize_at_ = ticks() + optimize_every;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread thread_;
};

}  // namespace wrapup::server
