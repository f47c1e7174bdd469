#pragma once

#include <string>

namespace CLI {
class App;
}

namespace wrapup::server {

// Through whom mail is sent, and as whom.
struct MailOptions {
    enum class Security {
        none,       // To this machine, or where the operator said so.
        starttls,   // No mail and no password before the connection is encrypted and the certificate is valid.
        encrypted,  // The same from the first byte.
    };

    std::string url;  // As in smtp://mail.example.org:587; empty: no mail is sent.
    std::string user;
    std::string password;
    std::string from;
    bool plaintext = false;

    bool enabled() const { return !url.empty(); }
    Security security() const;
};

// Adds the options; what is told goes to `options`, which must outlive `app`.
void add_mail_options(CLI::App& app, MailOptions& options);

}  // namespace wrapup::server
