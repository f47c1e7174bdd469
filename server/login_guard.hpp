#pragma once

#include "server/limits.hpp"
#include "server/throttle.hpp"

namespace wrapup::server {

// Slows down whoever guesses passwords. Who guesses cannot lock anybody out with it: a browser that has signed in to an
// account before has a bucket of its own, and neither the account's nor its address's is asked.
class LoginGuard {
public:
    static constexpr std::chrono::minutes filled_within{15};

    struct Attempt {
        std::string account;  // As it is written, whether or not there is one.
        std::string address;  // Who counts as one sender; empty: nobody is counted.
        std::string device;   // Of a browser that has signed in to this account; empty: it has not.
    };

    explicit LoginGuard(const Limits& limits)
        : of_account_(limits.logins_per_account_max, filled_within),
          of_address_(limits.logins_per_address_max, filled_within),
          of_device_(limits.logins_per_device_max, filled_within) {}

    // Before a password is looked at. Where there were too many, how long to wait.
    std::optional<std::chrono::milliseconds> take(const Attempt& attempt, Ticks at);
    // It was right: nobody is slowed down by that.
    void give_back(const Attempt& attempt);

private:
    Throttle of_account_, of_address_, of_device_;
};

}  // namespace wrapup::server
