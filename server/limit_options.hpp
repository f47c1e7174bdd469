#pragma once

#include <CLI/CLI.hpp>

#include "server/limits.hpp"

namespace wrapup::server {

// An option for each limit; what is told goes to `limits`, which must outlive `app`.
void add_limit_options(CLI::App& app, Limits& limits);

}  // namespace wrapup::server
