#pragma once

#include "server/store/connection.hpp"

namespace wrapup::server {

// Derives everything about conversations anew from the log, where other rules than ours derived it last; what is
// searched only where that was taken in another way. `writer` is in no transaction. Says in the log how far it is, if it
// takes long.
void rebuild_if_outdated(Connection& writer);

// The same in any case, within a transaction of the caller's. Finds no difference, unless something went wrong before.
struct Rebuilt {
    std::int64_t conversations = 0;
    std::int64_t differences = 0;  // Rows that were not as they should have been, or should not have been at all.
};
Rebuilt rebuild(Connection& writer);

}  // namespace wrapup::server
