// The same numbers for the same seed with every compiler, which the distributions of <random> do not promise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wrapup::differential {

// splitmix64. Draw in separate statements or in braces: the order of a call's arguments is each compiler's own.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30u)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27u)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31u);
    }

    // From 0 to count - 1. The bias of the remainder is of no consequence here.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    bool one_in(std::size_t count) { return below(count) == 0; }

    std::int64_t between(std::int64_t first, std::int64_t last) {
        return first + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(last - first + 1));
    }

    template <class List>
    const auto& any_of(const List& list) {
        return list[below(list.size())];
    }

    template <class Enum>
    Enum any() {
        return static_cast<Enum>(below(static_cast<std::size_t>(Enum::count)));
    }

private:
    std::uint64_t state_;
};

}  // namespace wrapup::differential
