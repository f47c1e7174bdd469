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

// Another process is using it, and may be asked.
struct InUse : Unusable {
    explicit InUse(const std::filesystem::path& file) : Unusable(file, "another Wrapup is using it") {}
};

}  // namespace wrapup::server
