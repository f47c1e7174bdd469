#include "server/http/peers.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace wrapup::server {
namespace {

constexpr std::size_t ipv6_network_bytes = 8;
constexpr unsigned char loopback_byte = 127;

Address address_of(const unsigned char* ipv4, std::string text, int port) {
    const std::string bytes(ipv4, ipv4 + ipv4_bytes);
    return {std::move(text), port, bytes, bytes, ipv4[0] == loopback_byte};
}

}  // namespace

Address address_of(const sockaddr_storage& from) {
    char text[INET6_ADDRSTRLEN] = {};
    if (from.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(from);
        ::inet_ntop(AF_INET, &v4.sin_addr, text, sizeof(text));
        return address_of(reinterpret_cast<const unsigned char*>(&v4.sin_addr), text, ntohs(v4.sin_port));
    }
    if (from.ss_family != AF_INET6) return {"unix", 0, {}, {}, true};
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(from);
    ::inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof(text));
    const unsigned char* bytes = v6.sin6_addr.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr))
        return address_of(bytes + ipv6_bytes - ipv4_bytes, text, ntohs(v6.sin6_port));
    return {text, ntohs(v6.sin6_port), std::string(bytes, bytes + ipv6_bytes),
            std::string(bytes, bytes + ipv6_network_bytes), IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr) != 0};
}

std::optional<Address> address_from(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) return std::nullopt;
    const std::string whole(text);
    sockaddr_storage from{};
    if (::inet_pton(AF_INET, whole.c_str(), &reinterpret_cast<sockaddr_in&>(from).sin_addr) == 1)
        from.ss_family = AF_INET;
    else if (::inet_pton(AF_INET6, whole.c_str(), &reinterpret_cast<sockaddr_in6&>(from).sin6_addr) == 1)
        from.ss_family = AF_INET6;
    else
        return std::nullopt;
    return address_of(from);
}

Census::Place::~Place() {
    const std::lock_guard lock(census_.mutex_);
    const auto count = census_.counts_.find(who_);
    if (--count->second == 0) census_.counts_.erase(count);
}

std::unique_ptr<Census::Place> Census::enter(const std::string& who, std::size_t places_max) {
    const std::lock_guard lock(mutex_);
    std::size_t& count = counts_[who];
    if (count >= places_max) return nullptr;
    ++count;
    return std::make_unique<Place>(*this, who);
}

}  // namespace wrapup::server
