#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/store/connection.hpp"

namespace wrapup::server {

// What a browser shows to be somebody again. Only hashes are stored: who steals the file cannot be anybody.
class Tokens {
public:
    static constexpr std::chrono::hours login_lasts_max{30 * 24};

    explicit Tokens(Connection& connection) : connection_(connection) {}

    // Returns the token, which nobody can ask for again.
    std::string open_login(const AgentId& agent, Time now);
    // Visitors make theirs themselves. It must be nobody's.
    void open_visitor(const std::string& token, const CustomerId& customer);

    void close_login(const std::string& token);
    void close_visitor(const std::string& token);
    // All of an agent's but this one.
    void close_logins(const AgentId& agent, const std::string& but);

    bool is_signed_in(const AgentId& agent, Time now);
    std::optional<AgentId> agent_of(const std::string& token, Time now);
    std::optional<CustomerId> customer_of(const std::string& token);
    // Whoever was the one customer is the other from now on.
    void move_visitors(const CustomerId& from, const CustomerId& to);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
