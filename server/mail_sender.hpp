#pragma once

#include "server/smtp.hpp"
#include "server/transcript_mail.hpp"

namespace wrapup::server {

// Sends mail that is due, each once and as often as it takes: an attempt is counted before it is made, and a mail is
// finished when the mail server has it. Only where we are killed between these two is it sent once more, under the same
// Message-ID. For one thread.
class MailSender {
public:
    // For a conversation that goes on: it is looked at again, for as long as mail is kept.
    static constexpr Milliseconds look_at_conversation_every{10'000};
    static constexpr Milliseconds kept_max{7 * day_ms};
    static constexpr Milliseconds retry_first{5'000};  // After the first attempt; twice as long after each other one.
    static constexpr Milliseconds retry_max{hour_ms};
    static constexpr std::int64_t attempts_max = 32;         // About a day.
    static constexpr std::int64_t attempts_refused_max = 3;  // Of what the mail server says that it never takes.

    // How long to wait after that many attempts.
    static Milliseconds retry_after(std::int64_t attempts);

    MailSender(Service& service, Post post) : service_(service), post_(std::move(post)) {}  // The service lives longer.

    enum class Did { something, nothing };
    // What has been due for longest is sent or put off; nothing where nothing is due.
    Did send_one(const Hurry& hurry);

    // Addresses are kept for as long as they are counted.
    void forget_addresses();

private:
    // Whether it leaves now: then the attempt is counted.
    bool count_attempt(const Mail& mail);
    void settle(const Mail& mail, const SmtpVerdict& verdict);  // `mail` as it was before the attempt.
    void finish(const Mail& mail);

    Service& service_;
    Post post_;
    bool failing_ = false;  // It has been said, and is not said again until one was sent.
};

}  // namespace wrapup::server
