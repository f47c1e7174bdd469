#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "server/http/proxies.hpp"
#include "server/keeping_options.hpp"
#include "server/limits.hpp"
#include "server/mail_options.hpp"
#include "server/token_options.hpp"
#include "server/upkeep_options.hpp"

namespace wrapup::server {

// What the operator asked for, checked.
struct Config {
    std::filesystem::path database = "wrapup.db";
    std::string host = "127.0.0.1";
    int port = 8080;  // 0: any free one.
    bool demo = false;
    std::string public_url{};  // scheme://host[:port], as browsers reach it; empty: on this machine only.
    Limits limits{};
    Proxies proxies{};
    MailOptions mail{};
    KeepingOptions keeping{};
};

// wrapup policy: the policy of a database that no server is using.
struct PolicyOptions {
    std::filesystem::path database = "wrapup.db";
    std::filesystem::path file;  // To put in force; empty: print what is.
};

// wrapup rebuild: a database that no server is using.
struct RebuildOptions {
    std::filesystem::path database = "wrapup.db";
};

// wrapup backup: of a database whether or not a server is using it.
struct BackupOptions {
    std::filesystem::path database = "wrapup.db";
    std::filesystem::path file;  // Must not be there yet.
};

// wrapup demo: a database that no server is using.
struct DemoOptions {
    static constexpr std::int64_t conversations_max = 10'000'000;

    std::filesystem::path database = "wrapup.db";
    std::int64_t conversations = 1'000;  // That the demo shop is to have.
};

// wrapup explain: a report, as GET /api/v1/conversations/{id}/explain answers.
struct ExplainOptions {
    std::filesystem::path file;        // "-" is standard input.
    std::optional<std::int64_t> at;    // Milliseconds since 1970; none: when the report was made.
    std::optional<std::string> agent;  // Whose buttons; none: of whom the report is.
};

struct ExitStatus {
    int value;
};

// Reads the command line. Where there is nothing to run (--version, --help, or a mistake), says what there is to say
// and returns the status to exit with: 0, or 2 for a mistake.
using Task = std::variant<Config, PolicyOptions, RebuildOptions, BackupOptions, DemoOptions, ExplainOptions,
                          TokenOptions, DoctorOptions, RestoreOptions, ExportOptions, ExitStatus>;
Task configure(int argc, char** argv);

// ADDRESS:PORT, as in 127.0.0.1:8080 or [::1]:8080, into host and port. Throws std::invalid_argument with what is
// wrong with it.
void set_listen(Config& config, const std::string& text);

}  // namespace wrapup::server
