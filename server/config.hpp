#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace wrapup::server {

// What the operator asked for, checked.
struct Config {
    std::filesystem::path database = "wrapup.db";
    std::string host = "127.0.0.1";
    int port = 8080;  // 0: any free one.
    bool demo = false;
};

struct ExitStatus {
    int value;
};

// Reads the command line. Where there is nothing to run (--version, --help, or a mistake), says what there is to say
// and returns the status to exit with: 0, or 2 for a mistake.
std::variant<Config, ExitStatus> configure(int argc, char** argv);

// ADDRESS:PORT, as in 127.0.0.1:8080 or [::1]:8080, into host and port. Throws std::invalid_argument with what is
// wrong with it.
void set_listen(Config& config, const std::string& text);

}  // namespace wrapup::server
