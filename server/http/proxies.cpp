#include "server/http/proxies.hpp"

#include <algorithm>
#include <charconv>

#include "server/http/header_text.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t byte_bits = 8;
constexpr std::size_t mapped_bits = 96;  // Of an address of IPv6 before the one of IPv4 that is in it.

std::optional<std::size_t> number_from(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Network> Network::from(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto address = address_from(text.substr(0, slash));
    if (!address) return std::nullopt;
    const std::size_t all_bits = address->bytes.size() * byte_bits;
    if (slash == text.size()) return Network(address->bytes, all_bits);
    auto bits = number_from(text.substr(slash + 1));
    const bool is_mapped = address->bytes.size() == ipv4_bytes && text.find(':') != std::string_view::npos;
    if (is_mapped) bits = bits && *bits >= mapped_bits ? std::optional(*bits - mapped_bits) : std::nullopt;
    return bits && *bits <= all_bits ? std::optional(Network(address->bytes, *bits)) : std::nullopt;
}

bool Network::contains(const Address& address) const {
    if (address.bytes.size() != bytes_.size()) return false;
    const std::size_t whole = bits_ / byte_bits, rest = bits_ % byte_bits;
    if (address.bytes.compare(0, whole, bytes_, 0, whole) != 0) return false;
    const auto top = [&](const std::string& bytes) {
        return static_cast<unsigned char>(bytes[whole]) >> (byte_bits - rest);
    };
    return rest == 0 || top(address.bytes) == top(bytes_);
}

bool Proxies::trusts(const Address& address) const {
    return std::any_of(networks_.begin(), networks_.end(),
                       [&](const Network& network) { return network.contains(address); });
}

Address Proxies::sender(const Address& peer, std::string_view forwarded_for) const {
    if (!trusts(peer)) return peer;
    while (!forwarded_for.empty()) {
        const std::size_t comma = forwarded_for.rfind(',');
        const std::size_t start = comma == std::string_view::npos ? 0 : comma + 1;
        auto address = address_from(trimmed(forwarded_for.substr(start)));
        if (!address) return peer;
        if (!trusts(*address)) return std::move(*address);
        forwarded_for = forwarded_for.substr(0, start == 0 ? 0 : comma);
    }
    return peer;
}

}  // namespace wrapup::server
