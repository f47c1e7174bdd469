// What agents and supervisors switch while they work. Each is one transaction, and told to the pages right after it.
#pragma once

#include "server/preferences.hpp"
#include "server/service.hpp"

namespace wrapup::server {

// What becomes of that which an agent has in hand in the groups that they leave.
enum class InHand { keep, give_back };

// Whoever comes, or makes others give back, is given what waits, where the policy pushes.
void set_available(Service& service, const AgentId& agent, Set<Group> groups, InHand in_hand);

void set_preferences(Service& service, const AgentId& agent, const Preferences& preferences);

// A new version of the policy, in force from now on: chats that wait are given away at once where it pushes.
void set_routing(Service& service, Routing routing, const std::string& who);

}  // namespace wrapup::server
