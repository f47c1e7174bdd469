// The sockets of the clients. All of them go to this machine, and none leaves its port waiting when it is closed: there
// are not enough ports for every round.
#pragma once

#include <string_view>

#include "server/http/sockets.hpp"

namespace wrapup::bench {

using server::Descriptor;

// One that is connected; and one that will be, which the system tells by letting it be written to.
Descriptor connected_to(int port);
Descriptor connecting_to(int port);

// Waits until the system has taken all of it.
void send_all(const Descriptor& socket, std::string_view bytes);

}  // namespace wrapup::bench
