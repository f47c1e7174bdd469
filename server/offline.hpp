// What the program does without serving. All return the status to exit with; what is wrong with a file is said on
// `complaints`, naming the field.
#pragma once

#include <iosfwd>

#include "server/config.hpp"

namespace wrapup::server {

// Prints the policy of a database, or puts the one of a JSON file in force. Throws Unusable.
int run_policy(const PolicyOptions& options, std::ostream& out, std::ostream& complaints);

// Derives everything anew that is derived, and says whether that was needed. Throws Unusable.
int run_rebuild(const RebuildOptions& options, std::ostream& out);

// Copies a database, or has the server do it that is using it, and says what is in the copy. Throws Unusable.
int run_backup(const BackupOptions& options, std::ostream& out, std::ostream& complaints);

// Fills the demo shop with conversations, and says how many it has and who can sign in. Throws Unusable.
int run_demo(const DemoOptions& options, std::ostream& out, std::ostream& complaints);

// Prints what a report says, as of another moment or for a colleague if that is asked.
int run_explain(const ExplainOptions& options, std::ostream& out, std::ostream& complaints);

}  // namespace wrapup::server
