#pragma once

#include "server/transaction.hpp"

namespace wrapup::server {

// The one customer turns out to be the other, who is known: whatever is theirs, and whoever was them, is the other's
// from now on. Returns what is to be announced once it is committed; null where there was no conversation.
std::shared_ptr<Commit> merge(Connection& connection, const StoredPolicy& policy, Time at, const CustomerId& from,
                              const CustomerId& to);

}  // namespace wrapup::server
