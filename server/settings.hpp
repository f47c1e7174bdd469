// What a command is told beside its flags: by variables of the environment, and by a file of "key = value" lines.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace wrapup::server {

// In one line for the operator, naming the file and the line.
struct BadSettings : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The options of one command and where each got its value: a flag comes before the environment, that before the file,
// and that before the default. The key of --streams-max is streams-max in the file and WRAPUP_STREAMS_MAX in the
// environment. An option that may be given several times takes a list there, with commas. What is a secret by its name, as
// it ends in -token, -password or -secret, is taken from the environment and the file only.
class Settings {
public:
    // `command` must outlive it.
    explicit Settings(CLI::App& command) : command_(command) {}

    // The arguments as they would be, had everything been typed. Throws BadSettings where the file cannot be read, or
    // names what there is not, or a secret was typed.
    std::vector<std::string> completed(std::vector<std::string> arguments);

    // After they were parsed: where the option came from that the complaint is about, in parentheses, or nothing.
    std::string origin_in(const std::string& complaint) const;

    // After they were parsed: every option with its value and where that came from, in the form of the file. What is a
    // secret by its name is not shown.
    void print(std::ostream& out) const;

private:
    struct Line {
        std::string value;
        int number;
    };
    std::map<std::string, Line> lines_of(const std::filesystem::path& file) const;
    bool is_key(const std::string& name) const;

    CLI::App& command_;
    std::map<std::string, std::string> origins_;  // By the name of the option; none: the default.
};

}  // namespace wrapup::server
