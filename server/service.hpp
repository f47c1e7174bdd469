#pragma once

#include "server/inbox.hpp"
#include "server/passwords.hpp"
#include "server/store/event_log.hpp"

namespace wrapup::server {

// What a running server is made of, whoever talks to it.
struct Service {
    explicit Service(const std::filesystem::path& database_file, Clock clock_ = now)
        : clock(std::move(clock_)), database(database_file) {}

    Clock clock;
    Database database;
    Hub hub{position_of(database)};
    PolicyInForce policy{last_policy(database)};
    Passwords passwords;
    Inbox inbox{database, hub, policy, clock};

private:
    static Position position_of(Database& database) {
        const Reading reading(database);
        return EventLog(*reading).position();
    }
    static StoredPolicy last_policy(Database& database) {
        const Reading reading(database);
        return Policies(*reading).current();
    }
};

}  // namespace wrapup::server
