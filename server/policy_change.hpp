#pragma once

#include "server/service.hpp"

namespace wrapup::server {

// Puts another policy in force while everything runs: what is due when is derived anew, and all browsers are told.
// `policy` must be valid. Nothing, where `from_version` is not the one in force any more.
std::optional<StoredPolicy> change_policy(Service& service, const Policy& policy, std::int64_t from_version,
                                          const std::string& who);
// With what else was written, which is committed with it.
std::optional<StoredPolicy> change_policy(Service& service, Writing& writing, const Policy& policy,
                                          std::int64_t from_version, const std::string& who);

}  // namespace wrapup::server
