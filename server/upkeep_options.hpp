// The commands with which a database is looked after, beside those of config.hpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace CLI {
class App;
}

namespace wrapup::server {

// wrapup doctor: of a database whether or not a server is using it.
struct DoctorOptions {
    std::filesystem::path database = "wrapup.db";
    std::string public_address;  // Where people reach the server; empty: that is not looked at.
};

// wrapup restore: into the place of a database that no server is using.
struct RestoreOptions {
    std::filesystem::path database = "wrapup.db";
    std::filesystem::path copy;
};

// wrapup export: of a database whether or not a server is using it.
struct ExportOptions {
    std::filesystem::path database = "wrapup.db";
    std::string conversation, customer;  // One of them, or both empty: everything.
};

// wrapup completion
struct CompletionOptions {
    std::string shell;
};

using UpkeepTask = std::variant<DoctorOptions, RestoreOptions, ExportOptions, CompletionOptions>;

// Adds the commands. The one that is given fills in `task`, which must live longer.
void add_upkeep_commands(CLI::App& app, std::optional<UpkeepTask>& task);

}  // namespace wrapup::server
