// A server on the disk, and whether its database is sound.
#pragma once

#include "tests/fault/disk.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::fault {

// After how many pages SQLite folds its log of writes into the file by itself.
inline constexpr int folds_by_default_pages = 1'000, folds_often_pages = 20;

// With everybody in it. Its clock stands still, so that the same commands always lead to the same rows.
std::unique_ptr<Service> open_server(const std::filesystem::path& file, int fold_after_pages);

// What is wrong with the file, its keys, and what is derived from the log. Empty if nothing is.
std::string damage(Database& database);

// Every row of these tables, in the order of their first columns.
std::string rows_of(const std::filesystem::path& file, const std::vector<std::string>& tables);

// Whether what is derived from the log comes out the same when it is derived anew, in every column. No server may have
// the file open.
bool survives_rebuilding(const std::filesystem::path& file);

}  // namespace wrapup::server::fault
