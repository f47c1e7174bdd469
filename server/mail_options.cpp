#include "server/mail_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "server/mail_address.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view plain_scheme = "smtp://", encrypted_scheme = "smtps://";
constexpr const char* url_option = "--smtp-url";
constexpr const char* user_option = "--smtp-user";
constexpr const char* from_option = "--mail-from";
constexpr const char* plaintext_option = "--smtp-plaintext";
constexpr const char* password_option = "--smtp-password";
constexpr const char* password_place = "WRAPUP_SMTP_PASSWORD, or smtp-password in the file of --config";
constexpr int port_max = 65'535;

std::string_view without_scheme(std::string_view url) {
    for (const std::string_view scheme : {plain_scheme, encrypted_scheme})
        if (url.starts_with(scheme)) return url.substr(scheme.size());
    return {};
}

bool is_port(std::string_view text) {
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port > 0 && port <= port_max;
}

bool is_host(std::string_view text) {
    if (text.starts_with('[') && text.ends_with(']'))
        return text.find_first_not_of("0123456789abcdefABCDEF:.", 1) == text.size() - 1;
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

std::string_view host_of(std::string_view url) {
    const std::string_view place = without_scheme(url);
    return place.substr(0, place.rfind(':'));
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "[::1]" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

// The URL is not repeated: somebody may have put a password into it.
void check_url(const std::string& url) {
    const std::string_view place = without_scheme(url);
    const auto colon = place.rfind(':');
    if (place.find('@') != std::string_view::npos)
        throw CLI::ValidationError(url_option, std::string("a user belongs into ") + user_option +
                                                   ", and the password into " + password_place);
    if (colon == std::string_view::npos || !is_host(place.substr(0, colon)) || !is_port(place.substr(colon + 1)))
        throw CLI::ValidationError(url_option, "expected smtp://HOST:PORT or smtps://HOST:PORT");
}

void check_from(const std::string& address) {
    if (!is_mail_address(address))
        throw CLI::ValidationError(from_option, "expected one e-mail address in ASCII, as in chat@example.org");
}

void check_user(const std::string& user) {
    const bool is_odd = std::any_of(user.begin(), user.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; });
    if (user.empty() || is_odd) throw CLI::ValidationError(user_option, "expected a name in one line");
}

// What only makes sense with something else.
void check_whole(const MailOptions& options) {
    const auto needs = [](const char* option, const char* other) {
        throw CLI::ValidationError(option, std::string("is of no use without ") + other);
    };
    if (options.enabled() && options.from.empty()) needs(url_option, from_option);
    if (!options.enabled() && !options.from.empty()) needs(from_option, url_option);
    if (!options.enabled() && !options.user.empty()) needs(user_option, url_option);
    if (!options.enabled() && options.plaintext) needs(plaintext_option, url_option);
    if (!options.user.empty() && options.password.empty()) needs(user_option, password_place);
    if (options.user.empty() && !options.password.empty()) needs(password_option, user_option);
}

}  // namespace

MailOptions::Security MailOptions::security() const {
    if (url.starts_with(encrypted_scheme)) return Security::encrypted;
    return plaintext || is_this_machine(host_of(url)) ? Security::none : Security::starttls;
}

// Checked where the value is taken over, as the limits are (limit_options.cpp).
void add_mail_options(CLI::App& app, MailOptions& options) {
    const auto add = [&](const char* name, std::string& value, void (*check)(const std::string&), const char* help) {
        return app
            .add_option_function<std::string>(
                name,
                [&value, check](const std::string& text) {
                    check(text);
                    value = text;
                },
                help)
            ->group("Mail");
    };
    add(url_option, options.url, check_url,
        "Send mail, such as a transcript that a visitor asks for, through this server. With smtp, it must offer "
        "STARTTLS unless it is on this machine; with smtps, the connection is encrypted from the first byte")
        ->type_name("smtp[s]://HOST:PORT");
    add(user_option, options.user, check_user, "Who signs in there")->type_name("NAME");
    app.add_option(password_option, options.password, "With what; told in the environment or the file only")
        ->type_name("TEXT")
        ->group("Mail");
    add(from_option, options.from, check_from, "From which address mail comes")->type_name("ADDRESS");
    app.add_flag(plaintext_option, options.plaintext, "Send mail without encryption, also to another machine")
        ->group("Mail");
    app.final_callback([&options] { check_whole(options); });
}

}  // namespace wrapup::server
