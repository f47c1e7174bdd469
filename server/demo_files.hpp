// What the demo's people send each other.
#pragma once

#include <string>

#include "core/vocabulary.hpp"

namespace wrapup::server {

// The bytes of such a file, made up: a recording hums for as long as it is said to be, and a document has its name on
// its one page. Fills in how large it is.
std::string make_demo_file(Attachment& attachment);

}  // namespace wrapup::server
