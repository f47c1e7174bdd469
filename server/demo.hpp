#pragma once

#include "server/service.hpp"

namespace wrapup::server {

inline const SiteId demo_site{"demo"};
inline constexpr const char* demo_password = "wrapup-demo";

// Makes sure that there is a coffee shop to try things on: a site that may be embedded from this machine's own pages
// on `port`, three agents, and, the first time, some chats of the past two days. What is there already stays.
void seed_demo(Service& service, int port);

}  // namespace wrapup::server
