#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace wrapup {

// A set of enumerators, as bits: fits in a table, needs no memory.
template <class Enum>
struct Set {
    static_assert(static_cast<unsigned>(Enum::count) < 64, "Set holds 63 enumerators");
    using Bits = std::conditional_t<(static_cast<unsigned>(Enum::count) < 32), std::uint32_t, std::uint64_t>;
    Bits bits = 0;

    constexpr bool has(Enum e) const { return (bits >> static_cast<unsigned>(e)) & Bits{1}; }
    constexpr Set operator|(Set other) const { return {bits | other.bits}; }
    constexpr Set operator-(Set other) const { return {bits & ~other.bits}; }
    constexpr bool empty() const { return bits == 0; }
    bool operator==(const Set&) const = default;
};

// One value for each enumerator, in their order.
template <class Enum, class T>
struct Each {
    std::array<T, static_cast<std::size_t>(Enum::count)> of{};

    constexpr const T& operator[](Enum e) const { return of[static_cast<std::size_t>(e)]; }
    constexpr T& operator[](Enum e) { return of[static_cast<std::size_t>(e)]; }
    bool operator==(const Each&) const = default;
};

template <class Enum>
constexpr Set<Enum> only(Enum e) {
    return {typename Set<Enum>::Bits{1} << static_cast<unsigned>(e)};
}

template <class Enum>
constexpr Set<Enum> every() {
    return {only(Enum::count).bits - 1};
}

}  // namespace wrapup
