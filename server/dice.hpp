#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace wrapup::server {

// Numbers by chance that are the same everywhere for the same seed (SplitMix64), where those of the standard library's
// distributions are not. Nothing secret may come of them.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15;
        z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EB;
        return z ^ (z >> 31);
    }

    // At least 0 and less than `end`.
    std::uint64_t below(std::uint64_t end) { return next() % end; }
    bool in_a_hundred(std::uint64_t times) { return below(100) < times; }

    template <class T, std::size_t n>
    const T& pick(const std::array<T, n>& among) {
        return among[below(n)];
    }

    // A name as in ids.hpp, greater than that of any smaller `n`.
    std::string ascending_id(std::uint64_t n) {
        constexpr std::string_view alphabet = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
        constexpr std::size_t length = 22, counted = 6;
        std::string id(length, alphabet.front());
        for (std::size_t i = counted; i-- > 0; n /= alphabet.size()) id[i] = alphabet[n % alphabet.size()];
        for (std::size_t i = counted; i < length; ++i) id[i] = alphabet[below(alphabet.size())];
        return id;
    }

private:
    std::uint64_t state_;
};

}  // namespace wrapup::server
