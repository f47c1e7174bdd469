// Tells two sequences of bytes from one another in 64 bits. agree.ts computes the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wrapup::differential {

// Two lanes of 32 bits, since that is what JavaScript multiplies fast: FNV-1a, and the same with another prime.
class Digest {
public:
    void add(std::string_view bytes) {
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            first_ = (first_ ^ byte) * 0x01000193u;
            second_ = (second_ ^ byte) * 0x85EBCA6Bu;
        }
    }
    std::string text() const { return std::to_string(first_) + "." + std::to_string(second_); }

private:
    std::uint32_t first_ = 0x811C9DC5u;
    std::uint32_t second_ = 0x811C9DC5u;
};

}  // namespace wrapup::differential
