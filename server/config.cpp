#include "server/config.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "server/limit_options.hpp"

namespace wrapup::server {
namespace {

constexpr int bad_usage = 2;

int port_from(const std::string& text) {
    int port = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 0 || port > 65'535)
        throw std::invalid_argument("the port must be a number up to 65535");
    return port;
}

std::string host_from(const std::string& text) {
    const bool bracketed = text.size() >= 2 && text.front() == '[' && text.back() == ']';
    const std::string host = bracketed ? text.substr(1, text.size() - 2) : text;
    if (host.empty()) throw std::invalid_argument("the address is missing");
    if (!bracketed && host.find(':') != std::string::npos)
        throw std::invalid_argument("an IPv6 address goes in brackets, as in [::1]:8080");
    return host;
}

// Empty if it is well-formed, else what to tell.
std::string complaint_about_listen(const std::string& text) {
    try {
        Config unused;
        set_listen(unused, text);
        return {};
    } catch (const std::invalid_argument& e) {
        return e.what();
    }
}

// As browsers write an origin: no path, small letters, no port that goes without saying.
std::string complaint_about_url(const std::string& text) {
    const std::string complaint = "expected an address like https://chat.example.com, without a path";
    const bool is_tls = text.starts_with("https://");
    if (!is_tls && !text.starts_with("http://")) return complaint;
    const std::string host = text.substr(text.find("//") + 2);
    const bool is_plain = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::string_view(".-:[]").find(c) != std::string::npos;
    });
    return is_plain && !host.ends_with(is_tls ? ":443" : ":80") ? std::string() : complaint;
}

std::string complaint_about_network(const std::string& text) {
    return Network::from(text) ? std::string() : "expected an address or a block of them, as in 10.0.0.1 or fd00::/8";
}

}  // namespace

void set_listen(Config& config, const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) throw std::invalid_argument("expected ADDRESS:PORT");
    config.host = host_from(text.substr(0, colon));
    config.port = port_from(text.substr(colon + 1));
}

Task configure(int argc, char** argv) {
    Config config;
    PolicyOptions policy;
    RebuildOptions rebuild;
    BackupOptions backup;
    DemoOptions demo;
    ExplainOptions explain;
    TokenOptions tokens;
    std::string listen = "127.0.0.1:8080";
    CLI::App app{"Wrapup: live chat and a support inbox, in one program and one file"};
    app.set_version_flag("--version", "wrapup " WRAPUP_VERSION);
    app.require_subcommand(1);
    CLI::App* serve = app.add_subcommand("serve", "Run the server");
    serve->add_option("--db", config.database, "The database file; made if there is none")->capture_default_str();
    serve->add_option("--listen", listen, "Where to listen")
        ->type_name("ADDRESS:PORT")
        ->check(CLI::Validator(complaint_about_listen, ""))
        ->capture_default_str();
    serve->add_flag("--demo", config.demo, "Add a shop with agents and chats to try things on");
    serve
        ->add_option_function<std::vector<std::string>>(
            "--trusted-proxy",
            [&](const std::vector<std::string>& networks) {
                for (const std::string& network : networks) config.proxies.trust(Network::from(network).value());
            },
            "A proxy in front of this server, whose X-Forwarded-For is believed; may be given several times")
        ->type_name("ADDRESS[/BITS]")
        ->check(CLI::Validator(complaint_about_network, ""));
    serve
        ->add_option(
            "--public-url", config.public_url,
            "How browsers reach this server, as in https://chat.example.com; needed but for this machine's own")
        ->envname("WRAPUP_PUBLIC_URL")
        ->type_name("URL")
        ->check(CLI::Validator(complaint_about_url, ""));
    add_limit_options(*serve, config.limits);
    add_mail_options(*serve, config.mail);
    CLI::App* policy_of = app.add_subcommand("policy", "Print the policy, or put the one of a file in force");
    policy_of->add_option("FILE", policy.file, "A policy in JSON; what it leaves out is as in the default");
    policy_of->add_option("--db", policy.database, "The database file, of a server that is stopped")
        ->capture_default_str();
    CLI::App* rebuild_all = app.add_subcommand("rebuild", "Derive lists and counters anew from the log of events");
    rebuild_all->add_option("--db", rebuild.database, "The database file, of a server that is stopped")
        ->capture_default_str();
    CLI::App* back_up = app.add_subcommand("backup", "Copy the database, also while a server is using it");
    back_up->add_option("FILE", backup.file, "The copy; there must be no such file yet")->required();
    back_up->add_option("--db", backup.database, "The database file")->capture_default_str();
    CLI::App* fill_demo = app.add_subcommand(
        "demo",
        "Fill a demo shop with a year of conversations, to try things on. Adds what is missing to that number; where "
        "there are as many already, nothing");
    fill_demo->add_option("--conversations", demo.conversations, "How many the shop is to have")
        ->check(CLI::Range(std::int64_t{1}, DemoOptions::conversations_max))
        ->capture_default_str();
    fill_demo
        ->add_option("--db", demo.database, "The database file, of a server that is stopped; made if there is none")
        ->capture_default_str();
    CLI::App* explain_one = app.add_subcommand("explain", "Tell which buttons were there, and why");
    explain_one->add_option("FILE", explain.file, "What /api/v1/conversations/ID/explain answered; - is standard input")
        ->required();
    explain_one->add_option("--at", explain.at, "The moment, in milliseconds since 1970");
    explain_one->add_option("--agent", explain.agent, "Whose buttons, by the id of a colleague in it");
    CLI::App* tokens_of = add_token_command(app, tokens);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return ExitStatus{app.exit(e) == 0 ? 0 : bad_usage};
    }
    if (policy_of->parsed()) return policy;
    if (rebuild_all->parsed()) return rebuild;
    if (back_up->parsed()) return backup;
    if (fill_demo->parsed()) return demo;
    if (explain_one->parsed()) return explain;
    if (tokens_of->parsed()) return tokens;
    set_listen(config, listen);
    return config;
}

}  // namespace wrapup::server
