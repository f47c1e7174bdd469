// Names and secrets that nobody can guess, and the check that a name given by a client looks like one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wrapup::server {

inline constexpr std::size_t id_length = 22;     // 128 bits in base64url.
inline constexpr std::size_t token_length = 43;  // 256 bits in base64url.

std::string random_id();
std::string random_token();

// Capital letters and digits that are not mistaken for each other.
std::string random_letters(std::size_t length);

// At least 0 and less than `end`.
std::uint32_t random_below(std::uint32_t end);

bool is_id(std::string_view text);
bool is_token(std::string_view text);

// SHA-256, 32 bytes: what is kept of a token. A token has 256 random bits, so it needs no salt and no slow hash.
std::string hash_of_token(std::string_view token);

}  // namespace wrapup::server
