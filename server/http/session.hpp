#pragma once

#include <httplib.h>

#include <optional>
#include <string>

#include "core/vocabulary.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// Who is asking. Another system has the role system, the id of its token, and the one site of that.
struct Principal {
    Actor actor;
    std::string name;
    std::optional<std::string> email;  // Agents have one.
    bool verified = false;             // The site of a customer vouches for them.
    bool operator==(const Principal&) const = default;
};

// What a request shows of itself to say who is asking: the bearer token of a visitor or of another system, else an
// agent's cookie.
struct Proof {
    enum class Of { nobody, visitor, login, api };
    Of of = Of::nobody;
    std::string token;
};
Proof proof_of(const httplib::Request& request);

std::optional<Principal> principal_of(const Proof& proof, Connection& connection, Time now);

// Values of Set-Cookie.
std::string login_cookie(const std::string& token);
std::string no_login_cookie();

}  // namespace wrapup::server
