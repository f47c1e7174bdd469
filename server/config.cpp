#include "server/config.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <stdexcept>

#include "core/overloaded.hpp"
#include "server/completion.hpp"
#include "server/limit_options.hpp"
#include "server/settings.hpp"

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

struct Example {
    const char* command;
    const char* text;
};
// clang-format off
constexpr std::array examples{
    Example{"serve", "wrapup serve --db /var/lib/wrapup/wrapup.db --listen 127.0.0.1:8080 --trusted-proxy 127.0.0.1\n"
                     "Each of these can be told in the environment, too, as in WRAPUP_STREAMS_MAX=5000, and in the file of "
                     "--config, as in streams-max = 5000"},
    Example{"policy", "wrapup policy > policy.json; change it; wrapup policy policy.json"},
    Example{"rebuild", "systemctl stop wrapup && wrapup rebuild --db /var/lib/wrapup/wrapup.db"},
    Example{"backup", "wrapup backup /var/lib/wrapup/monday.db --db /var/lib/wrapup/wrapup.db"},
    Example{"restore", "systemctl stop wrapup && wrapup restore monday.db --db /var/lib/wrapup/wrapup.db"},
    Example{"doctor", "wrapup doctor --db /var/lib/wrapup/wrapup.db --public-url https://chat.example.com"},
    Example{"export", "wrapup export --customer ID > customer.jsonl"},
    Example{"tokens", "wrapup tokens add \"mail gateway\" --site SITE --days 365"},
    Example{"explain", "curl -b \"$COOKIE\" HOST/api/v1/conversations/ID/explain | wrapup explain -"},
    Example{"demo", "wrapup demo --conversations 5000 --db demo.db && wrapup serve --demo --db demo.db"},
    Example{"completion", "wrapup completion bash > /usr/share/bash-completion/completions/wrapup"},
};
// clang-format on

void give_examples(CLI::App& app) {
    for (const auto& [command, text] : examples) app.get_subcommand(command)->footer(std::string("Example: ") + text);
    app.footer("Each command has a --help of its own, with an example. To try it: wrapup serve --demo --db demo.db");
}

Task task_of(const UpkeepTask& task, const CLI::App& app) {
    return std::visit(overloaded{
                          [&](const CompletionOptions& completion) -> Task {
                              std::cout << completion_script(app, completion.shell);
                              return ExitStatus{0};
                          },
                          [](const DoctorOptions& options) -> Task { return options; },
                          [](const RestoreOptions& options) -> Task { return options; },
                          [](const ExportOptions& options) -> Task { return options; },
                      },
                      task);
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
    CLI::App app{"Wrapup: live chat and a support inbox, in one program and one file", "wrapup"};
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
    add_keeping_options(*serve, config.keeping);
    Settings settings(*serve);
    CLI::App* policy_of = app.add_subcommand("policy", "Print the policy, or put the one of a file in force");
    policy_of->add_option("FILE", policy.file, "A policy in JSON; what it leaves out is as in the default");
    policy_of->add_option("--db", policy.database, "The database file, of a server that is stopped")
        ->envname("WRAPUP_DB")
        ->capture_default_str();
    CLI::App* rebuild_all = app.add_subcommand("rebuild", "Derive lists and counters anew from the log of events");
    rebuild_all->add_option("--db", rebuild.database, "The database file, of a server that is stopped")
        ->envname("WRAPUP_DB")
        ->capture_default_str();
    CLI::App* back_up = app.add_subcommand("backup", "Copy the database, also while a server is using it");
    back_up->add_option("FILE", backup.file, "The copy; there must be no such file yet")->required();
    back_up->add_option("--db", backup.database, "The database file")->envname("WRAPUP_DB")->capture_default_str();
    CLI::App* fill_demo = app.add_subcommand(
        "demo",
        "Fill a demo shop with a year of conversations, to try things on. Adds what is missing to that number; where "
        "there are as many already, nothing");
    fill_demo->add_option("--conversations", demo.conversations, "How many the shop is to have")
        ->check(CLI::Range(std::int64_t{1}, DemoOptions::conversations_max))
        ->capture_default_str();
    fill_demo
        ->add_option("--db", demo.database, "The database file, of a server that is stopped; made if there is none")
        ->envname("WRAPUP_DB")
        ->capture_default_str();
    CLI::App* explain_one = app.add_subcommand("explain", "Tell which buttons were there, and why");
    explain_one->add_option("FILE", explain.file, "What /api/v1/conversations/ID/explain answered; - is standard input")
        ->required();
    explain_one->add_option("--at", explain.at, "The moment, in milliseconds since 1970");
    explain_one->add_option("--agent", explain.agent, "Whose buttons, by the id of a colleague in it");
    CLI::App* tokens_of = add_token_command(app, tokens);
    std::optional<UpkeepTask> upkeep;
    add_upkeep_commands(app, upkeep);
    give_examples(app);
    try {
        std::vector<std::string> arguments(argv + 1, argv + argc);
        if (!arguments.empty() && arguments.front() == serve->get_name()) arguments = settings.completed(arguments);
        std::reverse(arguments.begin(), arguments.end());  // As the library wants them.
        app.parse(arguments);
    } catch (const BadSettings& e) {
        std::cerr << "wrapup: " << e.what() << std::endl;
        return ExitStatus{bad_usage};
    } catch (const CLI::ParseError& e) {
        if (app.exit(e) == 0) return ExitStatus{0};
        if (const std::string origin = settings.origin_in(e.what()); !origin.empty()) std::cerr << origin << std::endl;
        return ExitStatus{bad_usage};
    }
    if (config.keeping.prints_config) {
        settings.print(std::cout);
        return ExitStatus{0};
    }
    if (upkeep) return task_of(*upkeep, app);
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
