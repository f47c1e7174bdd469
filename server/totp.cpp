#include "server/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <new>

namespace wrapup::server::totp {
namespace {

constexpr std::size_t hash_bytes = 20;
constexpr std::uint32_t codes = 1'000'000;

using Hash = std::array<unsigned char, hash_bytes>;

Hash hmac_sha1(std::string_view secret, std::int64_t counter) {
    std::array<unsigned char, 8> message{};
    for (std::size_t i = 0; i < message.size(); ++i)
        message[message.size() - 1 - i] = static_cast<unsigned char>(static_cast<std::uint64_t>(counter) >> (8 * i));
    Hash hash{};
    unsigned int bytes = 0;
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), message.data(), message.size(), hash.data(),
             &bytes) == nullptr ||
        bytes != hash.size())
        throw std::bad_alloc();
    return hash;
}

// RFC 4226, 5.3: four bytes from where the last one says, without the sign.
std::uint32_t truncated(const Hash& hash) {
    const std::size_t at = hash.back() & 0xFu;
    return (hash[at] & 0x7Fu) << 24u | std::uint32_t{hash[at + 1]} << 16u | std::uint32_t{hash[at + 2]} << 8u |
           std::uint32_t{hash[at + 3]};
}

}  // namespace

std::string new_secret() {
    std::string secret(secret_bytes, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        buffer = (buffer << 8u | static_cast<unsigned char>(c)) & 0xFFFFu;
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[buffer >> (bits - 5) & 0x1Fu];
    }
    if (bits > 0) text += alphabet[buffer << (5 - bits) & 0x1Fu];
    return text;
}

std::int64_t step_at(Time now) { return now.time_since_epoch().count() / step_ms; }

std::string code_at(std::string_view secret, std::int64_t step) {
    const std::string number = std::to_string(truncated(hmac_sha1(secret, step)) % codes);
    return std::string(digits - number.size(), '0') + number;
}

std::optional<std::int64_t> step_of(std::string_view code, std::string_view secret, Time now, std::int64_t after) {
    if (code.size() != digits) return std::nullopt;
    for (std::int64_t step = step_at(now) - steps_off_max; step <= step_at(now) + steps_off_max; ++step)
        if (step > after && sodium_memcmp(code_at(secret, step).data(), code.data(), digits) == 0) return step;
    return std::nullopt;
}

}  // namespace wrapup::server::totp
