#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace wrapup::server {

// wrapup tokens: of a database whether or not a server is using it.
struct TokenOptions {
    enum class Task { add, list, revoke };

    std::filesystem::path database = "wrapup.db";
    Task task = Task::list;
    std::string name;                   // To add.
    std::string site;                   // To add.
    std::optional<int> days;            // To add; none: it never expires.
    std::string id;                     // To revoke.
    std::vector<std::string> scopes{};  // To add; none: all.
};

// Adds the command with its own commands, of which one is required. They fill in `options`, which must live longer.
CLI::App* add_token_command(CLI::App& app, TokenOptions& options);

}  // namespace wrapup::server
