#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "server/clock.hpp"
#include "server/mail_options.hpp"

namespace wrapup::server {

// Where a letter has gone.
struct SmtpVerdict {
    enum class Outcome {
        accepted,  // The mail server has it, and answers for it from here on.
        refused,   // It said that it will never take this one.
        failed,    // It could not be reached, or takes nothing for now.
    };
    Outcome outcome = Outcome::failed;
    std::string why{};  // In the words of the library and with the server's number only: nothing of the letter.
};

struct SmtpLetter {
    std::string to;
    std::string wire_text;
};

// Whether to break off.
using Hurry = std::function<bool()>;
using Post = std::function<SmtpVerdict(const SmtpLetter&, const Hurry&)>;

// Sends one letter over a connection of its own, and waits for what the server says.
class Smtp {
public:
    static constexpr std::chrono::milliseconds connect_ms_max{10'000};
    static constexpr std::chrono::milliseconds send_ms_max{60'000};

    explicit Smtp(MailOptions options);

    SmtpVerdict operator()(const SmtpLetter& letter, const Hurry& hurry) const;

private:
    MailOptions options_;
};

}  // namespace wrapup::server
