#pragma once

#include "server/inbox.hpp"
#include "server/mail_options.hpp"
#include "server/passwords.hpp"
#include "server/policy_in_force.hpp"
#include "server/store/event_log.hpp"

namespace wrapup::server {

// What a running server is made of, whoever talks to it.
struct Service {
    explicit Service(const std::filesystem::path& database_file, Clock clock_ = now, MailOptions mail_ = {})
        : clock(std::move(clock_)), mail(std::move(mail_)), database(database_file) {}

    Clock clock;
    MailOptions mail;
    Database database;
    Hub hub{position_of(database)};
    PolicyInForce policy_in_force{newest_policy(database)};
    Passwords passwords;
    Inbox inbox{database, hub, policy_in_force, clock};

    const StoredPolicy& stored_policy() const { return policy_in_force.now(); }
    const Policy& policy() const { return stored_policy().policy; }

private:
    static Position position_of(Database& database) {
        const Reading reading(database);
        return EventLog(*reading).position();
    }
    static StoredPolicy newest_policy(Database& database) {
        const Reading reading(database);
        return Policies(*reading).current();
    }
};

}  // namespace wrapup::server
