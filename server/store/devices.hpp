#pragma once

#include <chrono>
#include <string>

#include "server/store/connection.hpp"

namespace wrapup::server {

// The browsers in which agents have signed in, by a secret that each keeps. It opens nothing: it only tells a browser
// that was here before from one that guesses.
class Devices {
public:
    static constexpr std::int64_t per_agent_max = 20;  // The one that was seen last is forgotten last.

    explicit Devices(Connection& connection) : connection_(connection) {}

    bool knows(const std::string& token, const AgentId& agent);
    void put(const std::string& token, const AgentId& agent, Time now);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
