#pragma once

#include "server/store/connection.hpp"

namespace wrapup::server {

// Derives everything about conversations anew from the log, where other rules than ours derived it last. `writer` is in
// no transaction.
void rebuild_if_outdated(Connection& writer);

}  // namespace wrapup::server
