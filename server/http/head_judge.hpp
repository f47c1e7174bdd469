#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/http/errors.hpp"
#include "server/http/header_text.hpp"
#include "server/limits.hpp"

namespace wrapup::server {

inline constexpr std::size_t headers_max = 64;
inline constexpr std::size_t target_bytes_max = 2 * 1024;

// What becomes of a request, as far as its head tells: refused, or followed by a body of exactly this length.
struct Verdict {
    std::optional<Problem> refused;
    std::size_t body_bytes = 0;
    bool operator==(const Verdict&) const = default;
};

// Judges a whole head, up to and with the first `head_end`. It lets through less than RFC 9112 allows and nothing that
// two readers could take for two different requests: what follows is safe to give to any parser. Neither allocates nor
// throws.
Verdict judge_head(std::string_view head, const Limits& limits = {}) noexcept;

// Why a head is refused that has no end within header_bytes_max.
Problem judge_endless_head(std::string_view start) noexcept;

}  // namespace wrapup::server
