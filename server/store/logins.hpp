#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/shape.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

using LoginId = Id<struct LoginTag>;

// A browser in which an agent is signed in.
struct Login {
    LoginId id;
    AgentId agent;
    std::string device;   // As in "Firefox on Windows".
    std::string address;  // From where it was opened.
    Time opened_at;
    Time seen_at;  // When it was used last, give or take Logins::seen_every.
};

// What a browser shows to be an agent again. Only hashes are stored: who steals the file cannot be anybody.
class Logins {
public:
    static constexpr std::chrono::hours lasts_max{30 * 24};
    static constexpr std::chrono::hours idle_max{12};
    static constexpr std::chrono::minutes seen_every{5};  // Not every request is worth a write.

    explicit Logins(Connection& connection) : connection_(connection) {}

    // Returns the token, which nobody can ask for again.
    std::string open(const Login& login);

    // None where it is unknown, closed, unused for too long, or too old.
    std::optional<Login> shown_as(const std::string& token, Time now);
    std::vector<Login> of(const AgentId& agent, Time now);  // The one that was used last first.
    bool is_signed_in(const AgentId& agent, Time now);

    void see(const LoginId& id, Time now);

    // False where the agent has none of that id.
    bool close(const AgentId& agent, const LoginId& id);
    void close_all(const AgentId& agent);
    void close_all_but(const AgentId& agent, const LoginId& kept);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
