#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <string>

namespace wrapup::server {

// So many wait for a turn already that one more would wait too long.
struct PasswordsBusy : std::runtime_error {
    PasswordsBusy() : std::runtime_error("too many passwords at a time") {}
};

// Slow hashes of passwords (argon2id). Safe to use from several threads; at most two work at a time, so that a flood
// of logins cannot take the machine's memory, and few wait, so that it cannot take every thread that answers.
class Passwords {
public:
    static constexpr std::ptrdiff_t at_a_time_max = 2;
    static constexpr int waiting_max = 3;

    static constexpr std::size_t password_bytes_min = 10;  // Of one that somebody chooses.
    static constexpr std::size_t password_bytes_max = 1024;

    // Both throw PasswordsBusy.
    std::string hash(const std::string& password);

    // An empty hash is nobody's. Takes as long for nobody's hash as for a wrong password, so that the time does not
    // tell who has an account.
    bool verify(const std::optional<std::string>& hash, const std::string& password);

    // How many passwords have been compared with a hash so far.
    std::uint64_t verified() const { return verified_; }

private:
    const std::string& nobodys_hash();

    std::counting_semaphore<at_a_time_max> turns_{at_a_time_max};
    std::atomic<int> inside_ = 0;  // At work or waiting.
    std::atomic<std::uint64_t> verified_ = 0;
};

}  // namespace wrapup::server
