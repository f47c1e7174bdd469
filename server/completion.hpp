#pragma once

#include <string>

namespace CLI {
class App;
}

namespace wrapup::server {

// What a shell, "bash", "zsh" or "fish", needs to complete the commands of `app` and their options.
std::string completion_script(const CLI::App& app, const std::string& shell);

}  // namespace wrapup::server
