#pragma once

#include "server/inbox.hpp"
#include "server/passwords.hpp"

namespace wrapup::server {

// What a running server is made of, whoever talks to it.
struct Service {
    explicit Service(const std::filesystem::path& database_file, Clock clock_ = now)
        : clock(std::move(clock_)), database(database_file) {}

    Clock clock;
    Database database;
    Hub hub;
    Policy policy;
    Passwords passwords;
    Inbox inbox{database, hub, policy, clock};
};

}  // namespace wrapup::server
