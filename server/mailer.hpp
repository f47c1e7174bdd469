#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/mail_sender.hpp"

namespace wrapup::server {

// Sends the mail that is due, one after the other, in a thread of its own, for as long as it lives.
class Mailer {
public:
    static constexpr std::chrono::milliseconds look_again_every{500};
    static constexpr std::chrono::milliseconds stop_ms_max{3'000};  // For what is being sent when we are to stop.
    static constexpr std::chrono::hours forget_every{1};

    Mailer(Service& service, Post post);  // The service must live longer.
    ~Mailer();
    Mailer(const Mailer&) = delete;
    Mailer& operator=(const Mailer&) = delete;

private:
    void run();
    MailSender::Did send_one();
    bool is_to_hurry();

    MailSender sender_;
    Ticks forget_at_ = ticks();
    std::mutex mutex_;
    std::condition_variable stopping_;
    std::optional<Ticks> stopped_at_;
    std::thread thread_;
};

}  // namespace wrapup::server
