#pragma once

#include "core/policy.hpp"
#include "server/demo_chats.hpp"

namespace wrapup::server {

// What came to the demo shop by e-mail, phone, text message and the like, and what its people have to do: on each
// channel something that Ana has in hand, and something that is not hers. Nothing is newer than the newest chats.
std::vector<DemoChat> demo_channels(Time today);

// As by default, with topics to choose from. None is required.
Policy demo_policy();

}  // namespace wrapup::server
