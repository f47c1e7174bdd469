#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/http/peers.hpp"

namespace wrapup::server {

// A block of addresses: one, as in 10.0.0.1 or ::1, or all that begin with the same bits, as in 10.0.0.0/8.
class Network {
public:
    // Nothing if it is none.
    static std::optional<Network> from(std::string_view text);

    bool contains(const Address& address) const;

private:
    Network(std::string bytes, std::size_t bits) : bytes_(std::move(bytes)), bits_(bits) {}

    std::string bytes_;
    std::size_t bits_;
};

// The proxies whose word is taken for who is behind them. What anybody else says in X-Forwarded-For is nothing to us.
class Proxies {
public:
    void trust(Network network) { networks_.push_back(std::move(network)); }
    bool trusts(const Address& address) const;

    // Who sent a request that came from `peer`. Each proxy has added the address that it saw at the end of
    // `forwarded_for`, so it is the last one there that is not a proxy's; whatever stands before it is hearsay. The
    // peer itself where that is not to be had.
    Address sender(const Address& peer, std::string_view forwarded_for) const;

private:
    std::vector<Network> networks_;
};

}  // namespace wrapup::server
