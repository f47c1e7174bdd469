// How much there is, and how much more fits, where the database is.
#pragma once

#include <filesystem>

namespace wrapup::server {

// With less, a server is not ready: SQLite's log of writes alone may grow to half of it before it is folded.
inline constexpr std::uintmax_t room_bytes_min = 128 * 1024 * 1024;

// 0 where there is no such file.
std::uintmax_t bytes_of_file(const std::filesystem::path& file) noexcept;

// On the disk that the file is on, for whoever is no superuser.
std::uintmax_t room_beside(const std::filesystem::path& file) noexcept;

}  // namespace wrapup::server
