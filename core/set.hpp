#pragma once

#include <cstdint>

namespace wrapup {

// A set of enumerators, as bits: fits in a table, needs no memory.
template <class Enum>
struct Set {
    std::uint16_t bits = 0;

    constexpr bool has(Enum e) const { return (bits >> static_cast<unsigned>(e)) & 1u; }
    constexpr Set operator|(Set other) const { return {static_cast<std::uint16_t>(bits | other.bits)}; }
    constexpr Set operator-(Set other) const { return {static_cast<std::uint16_t>(bits & ~other.bits)}; }
    constexpr bool empty() const { return bits == 0; }
    bool operator==(const Set&) const = default;
};

template <class Enum>
constexpr Set<Enum> only(Enum e) {
    static_assert(static_cast<unsigned>(Enum::count) <= 16, "Set holds 16 enumerators");
    return {static_cast<std::uint16_t>(1u << static_cast<unsigned>(e))};
}

template <class Enum>
constexpr Set<Enum> every() {
    static_assert(static_cast<unsigned>(Enum::count) <= 16, "Set holds 16 enumerators");
    return {static_cast<std::uint16_t>((1u << static_cast<unsigned>(Enum::count)) - 1u)};
}

}  // namespace wrapup
