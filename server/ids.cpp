#include "server/ids.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace wrapup::server {
namespace {

template <std::size_t bytes>
std::string random_base64url() {
    std::array<unsigned char, bytes> random{};
    randombytes_buf(random.data(), random.size());
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(bytes, variant)> text{};
    return sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), variant);
}

bool is_base64url(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

}  // namespace

std::string random_id() { return random_base64url<16>(); }
std::string random_token() { return random_base64url<32>(); }

std::string random_letters(std::size_t length) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string letters;
    while (letters.size() < length) letters += alphabet[randombytes_uniform(alphabet.size())];
    return letters;
}

std::uint32_t random_below(std::uint32_t end) { return randombytes_uniform(end); }

bool is_id(std::string_view text) { return text.size() == id_length && is_base64url(text); }
bool is_token(std::string_view text) { return text.size() == token_length && is_base64url(text); }

std::string hash_of_token(std::string_view token) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size());
    return hash;
}

}  // namespace wrapup::server
