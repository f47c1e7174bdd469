#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/connection.hpp"

namespace wrapup::server {

// What agents show beside their password: the code of an authenticator, or one of a few recovery codes, each only once.
// The authenticator's secret has to be read to be compared, so it is stored as it is.
class SecondFactors {
public:
    static constexpr std::size_t recovery_codes = 10;

    explicit SecondFactors(Connection& connection) : connection_(connection) {}

    // Whether one is asked for at the door.
    bool is_on(const AgentId& agent);
    std::int64_t recovery_codes_left(const AgentId& agent);

    // Begins anew: nothing is asked for until a code of this secret has been shown. What is on stays on until then.
    void propose(const AgentId& agent, const std::string& secret);
    // Takes a code of what was proposed: it is on from here. Returns the recovery codes, which nobody can ask for
    // again; none where the code is wrong.
    std::optional<std::vector<std::string>> confirm(const AgentId& agent, const std::string& code, Time now);

    // Takes a code of either kind: false where it is wrong, or was taken before.
    bool take(const AgentId& agent, const std::string& code, Time now);

    void remove(const AgentId& agent);

private:
    bool take_recovery_code(const AgentId& agent, const std::string& code);

    Connection& connection_;
};

}  // namespace wrapup::server
