#include "server/token_options.hpp"

#include <CLI/CLI.hpp>

#include "server/token_commands.hpp"

namespace wrapup::server {

CLI::App* add_token_command(CLI::App& app, TokenOptions& options) {
    CLI::App* tokens = app.add_subcommand(
        "tokens", "The tokens with which other systems deliver conversations, also while a server is running");
    tokens->require_subcommand(1);
    const auto command = [&](const char* name, const char* help, TokenOptions::Task task) {
        CLI::App* one = tokens->add_subcommand(name, help);
        one->callback([&options, task] { options.task = task; });
        one->add_option("--db", options.database, "The database file")->envname("WRAPUP_DB")->capture_default_str();
        return one;
    };
    CLI::App* add = command("add", "Make a token, and print it: it is never told again", TokenOptions::Task::add);
    add->add_option("NAME", options.name, "What you call it")->required();
    add->add_option("--site", options.site, "The site whose conversations it may start and feed")->required();
    add->add_option("--days", options.days, "How long it is valid; without, until it is revoked")
        ->check(CLI::Range(1, token_days_max));
    add->add_option("--scope", options.scopes, "What it is for: start, receive, attach; without, all of these")
        ->delimiter(',')
        ->check(CLI::IsMember({"start", "receive", "attach"}));
    command("list", "Print which tokens there are", TokenOptions::Task::list);
    CLI::App* revoke = command("revoke", "End a token at once", TokenOptions::Task::revoke);
    revoke->add_option("ID", options.id, "As in the list")->required();
    return tokens;
}

}  // namespace wrapup::server
