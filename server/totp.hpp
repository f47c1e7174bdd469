// Codes by time (RFC 6238), as every authenticator makes them: SHA-1, six digits, a new one each half minute.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/vocabulary.hpp"

namespace wrapup::server::totp {

inline constexpr std::size_t secret_bytes = 20;
inline constexpr std::size_t digits = 6;
inline constexpr std::int64_t step_ms = 30'000;
inline constexpr std::int64_t steps_off_max = 1;  // How far the clock of a telephone may be wrong, to either side.

std::string new_secret();

// As authenticators take it: base32 (RFC 4648) without padding.
std::string base32(std::string_view bytes);

std::int64_t step_at(Time now);
std::string code_at(std::string_view secret, std::int64_t step);

// The step whose code this is, later than `after`: who has seen a code being used cannot use it again.
std::optional<std::int64_t> step_of(std::string_view code, std::string_view secret, Time now, std::int64_t after);

}  // namespace wrapup::server::totp
