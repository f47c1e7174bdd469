#pragma once

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

struct Client {
    std::string actor_id;  // Whose outbox it is.
    std::int64_t last_command = 0;
};

// Which commands of which outbox have been run, and what became of them: what makes sending one again harmless.
class Clients {
public:
    explicit Clients(Connection& connection) : connection_(connection) {}

    std::optional<Client> find(const ClientId& id);
    // None of a command that has not been run, or whose outcome is forgotten.
    std::optional<Outcome> outcome(const ClientId& id, std::int64_t n);

    // Advances the client's last command to this one.
    void record(const ClientId& id, const Actor& actor, const Outcome& outcome);

    // Forgets the outcomes of the commands up to this one, where the client is this actor's.
    void forget(const ClientId& id, const Actor& actor, std::int64_t up_to);

    // Whatever outboxes are the one actor's are the other's from now on.
    void move(const std::string& from_actor, const std::string& to_actor);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
