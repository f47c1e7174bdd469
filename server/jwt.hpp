// The JSON Web Tokens by which a site vouches for its visitors: one form of RFC 7519, and no other.
//
//   base64url({"alg": "HS256", "typ": "JWT"}) . base64url({"sub": …, "exp": …, "jti": …, …}) . base64url(signature)
//
// HS256 is our choice, not the token's: its header has to say the same, but is not asked which algorithm to check by.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/vocabulary.hpp"

namespace wrapup::server {

inline constexpr std::size_t jwt_bytes_max = 8 * 1024;
inline constexpr std::size_t jwt_id_bytes_max = 255;  // Of `sub` and of `jti`.
inline constexpr std::chrono::minutes jwt_lasts_max{10};
inline constexpr std::chrono::seconds jwt_clocks_differ_max{30};

// What a site says of one visitor.
struct Vouched {
    std::string subject;              // `sub`: who they are to the site, letter for letter.
    std::string id;                   // `jti`: of this token.
    Time expires_at;                  // `exp`
    std::optional<std::string> name;  // None where it says none, or an empty one.
    std::optional<std::string> email;
    bool operator==(const Vouched&) const = default;
};

enum class JwtFault {
    invalid,  // None of these secrets signed it, it has another form, or it is of the future.
    expired,
    too_long,  // It expires later than any that we take.
};

// Whether any of these secrets signed it, what it says, and whether that holds now. What is said is asked for only once
// the signature is right. A secret is the key of the HMAC as it stands, text and all.
std::variant<Vouched, JwtFault> verified_jwt(std::string_view jwt, const std::vector<std::string>& secrets, Time now);

}  // namespace wrapup::server
