#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace wrapup::server {

// Why a database cannot be opened, in one line for the operator.
struct Unusable : std::runtime_error {
    Unusable(const std::filesystem::path& file, const std::string& why)
        : std::runtime_error("cannot use the database " + file.string() + ": " + why) {}
};

}  // namespace wrapup::server
