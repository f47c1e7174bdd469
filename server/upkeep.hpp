#pragma once

#include <iosfwd>

#include "server/upkeep_options.hpp"

namespace wrapup::server {

// Does what was asked, and returns the status to exit with: 0 where all is well. Throws Unusable.
int run_upkeep(const DoctorOptions& options, std::ostream& out, std::ostream& complaints);
int run_upkeep(const RestoreOptions& options, std::ostream& out, std::ostream& complaints);
int run_upkeep(const ExportOptions& options, std::ostream& out, std::ostream& complaints);

}  // namespace wrapup::server
