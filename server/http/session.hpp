#pragma once

#include <httplib.h>

#include <optional>
#include <string>

#include "core/vocabulary.hpp"
#include "server/scope.hpp"
#include "server/store/logins.hpp"

namespace wrapup::server {

// Who is asking. Another system has the role system, the id of its token, and the one site of that.
struct Principal {
    Actor actor;
    std::string name;
    std::optional<std::string> email;  // Agents have one.
    bool verified = false;             // The site of a customer vouches for them.
    std::optional<LoginId> login{};    // By which an agent asks.
    Set<Scope> scopes{};               // Of another system.
    bool operator==(const Principal&) const = default;
};

// What a request shows of itself to say who is asking: the bearer token of a visitor or of another system, else an
// agent's cookie.
struct Proof {
    enum class Of { nobody, visitor, login, api };
    Of of = Of::nobody;
    std::string token;
};

// How this server is reached: behind TLS, cookies are bound to it and to this one host.
enum class Carriage { plain, tls };
enum class Cookie { login, device };

Proof proof_of(const httplib::Request& request, Carriage carriage);
// Its value, or empty.
std::string cookie_of(const httplib::Request& request, Cookie cookie, Carriage carriage);

std::optional<Principal> principal_of(const Proof& proof, Connection& connection, Time now);

// Values of Set-Cookie.
std::string set_cookie(Cookie cookie, const std::string& token, Carriage carriage);
std::string drop_cookie(Cookie cookie, Carriage carriage);

}  // namespace wrapup::server
