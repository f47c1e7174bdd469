#pragma once

#include "server/push/notice.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// The frame `agents`, for everybody who works with one: whom they take, and what they have in hand, as it is now.
//   {"agents": [{"id": "ana", "available": ["messaging"], "load": {"voice": 0, "messaging": 2, "mail": 1}}]}
SiteNotice agent_notice(Connection& connection, const AgentId& agent);

}  // namespace wrapup::server
