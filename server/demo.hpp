#pragma once

#include "server/service.hpp"

namespace wrapup::server {

inline const SiteId demo_site{"demo"};
inline constexpr const char* demo_password = "wrapup-demo";

// Puts the demo's policy in force in a database that has none of its own, for a Service that is yet to be made: it asks
// for the policy once. Throws Unusable.
void prepare_demo(const std::filesystem::path& database);

// Makes sure that there is a coffee shop to try things on: a site that may be embedded from this machine's own pages
// on `port`, three agents and an admin, and, the first time, canned replies and conversations of the past two days on
// every channel. What is there already stays.
void seed_demo(Service& service, int port);

}  // namespace wrapup::server
