#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace wrapup::server {

// "Wrap": what the header of our files says they are.
inline constexpr int application_id = 0x57726170;

// The number of the last migration.
int newest_schema();

// Brings a database up to the newest schema, one transaction a step. Only ever forwards: Unusable for a file that a
// newer Wrapup wrote, or that is none of ours.
void migrate(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace wrapup::server
