#pragma once

#include <vector>

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// A policy as it was in force from some moment on. Version 0 is the default, in force until there is another.
struct StoredPolicy {
    std::int64_t version = 0;
    Time from;
    Policy policy;
};

// Every policy that ever was, since each event names the one that it was decided under.
class Policies {
public:
    explicit Policies(Connection& connection) : connection_(connection) {}

    StoredPolicy current();
    std::vector<StoredPolicy> all();  // The oldest first, without the default.

    // `policy` must be valid.
    void put(const Policy& policy, Time from);

private:
    Connection& connection_;
};

// What a policy says that may leave out what it does not change: that is as in the default then.
Policy policy_from(const Json& json);

}  // namespace wrapup::server
