#include "server/store/devices.hpp"

#include "server/ids.hpp"

namespace wrapup::server {

bool Devices::knows(const std::string& token, const AgentId& agent) {
    return connection_
        .query("SELECT 1 FROM devices WHERE token_hash = ? AND agent = ?", Blob{hash_of_token(token)}, agent)
        .next();
}

void Devices::put(const std::string& token, const AgentId& agent, Time now) {
    connection_.run("INSERT OR REPLACE INTO devices (token_hash, agent, seen_at) VALUES (?, ?, ?)",
                    Blob{hash_of_token(token)}, agent, now);
    connection_.run(
        "DELETE FROM devices WHERE agent = ? AND token_hash NOT IN "
        "(SELECT token_hash FROM devices WHERE agent = ? ORDER BY seen_at DESC, token_hash LIMIT ?)",
        agent, agent, per_agent_max);
}

}  // namespace wrapup::server
