#pragma once

#include <optional>
#include <string>
#include <variant>

#include "server/service.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

// A visitor says who they are, for the first time or once more.
struct Introduction {
    std::string token;  // By which they are somebody again.
    Customer as_new;    // Who they are where nobody knows the token: with an id, a name and a site, whatever they say.
    std::optional<std::string> name;
    std::optional<std::string> email;
    Attributes attributes;  // Of the same key, they replace what was said before; an empty one takes it back.
    std::optional<std::string> identity;  // The JSON Web Token with which the site vouches for them.
};

struct Introduced {
    Customer customer;
    bool is_new = false;  // To whoever shows the token.
};

enum class Unwelcome : std::uint8_t {
    unknown_site,
    another_site,      // The token is of somebody of another one.
    another_customer,  // The token is of somebody else for whom the site vouched.
    identity_off,
    identity_required,
    identity_invalid,
    identity_expired,
    identity_too_long,
    identity_used,
    too_many_attributes,
    count
};

// Makes them known, all in one transaction; what is refused has not happened. Whoever becomes somebody known takes
// their conversations along. Whom this concerns is told after the COMMIT.
std::variant<Introduced, Unwelcome> introduce(Service& service, const Introduction& introduction);

}  // namespace wrapup::server
