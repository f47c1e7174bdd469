#pragma once

#include <CLI/CLI.hpp>

#include "server/log.hpp"

namespace wrapup::server {

// How a server is watched and told things, beside what it serves.
struct KeepingOptions {
    LogSettings log{};
    std::string metrics_token{};  // Empty: the metrics are for this machine.
    bool prints_config = false;
};

// They fill in `options`, which must outlive `app`.
void add_keeping_options(CLI::App& app, KeepingOptions& options);

}  // namespace wrapup::server
