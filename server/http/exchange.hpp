#pragma once

#include <string>

#include "server/clock.hpp"
#include "server/http/proxies.hpp"
#include "server/metrics.hpp"

namespace wrapup::server {

inline constexpr std::size_t no_route = Metrics::routes_max - 1;

// A request and its answer, as they are counted and logged: nothing in it is the sender's choice.
struct Exchange {
    std::string id;
    Ticks began;
    std::size_t route = no_route;  // Its number.
};

// How a request is called in the answer and in the log: as a trusted proxy says in `given`, if that looks like a name,
// else anew. Names are unique, and no secret.
std::string name_request(const Proxies& proxies, const Address& peer, std::string_view given);
std::string new_request_name();

// Counts it with its answer, as it goes out, and logs it where that is asked for.
void note(const Exchange& exchange, std::string_view answer);

}  // namespace wrapup::server
