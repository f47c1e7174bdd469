#pragma once

#include <variant>

#include "core/vocabulary.hpp"
#include "server/http/answer.hpp"
#include "server/http/errors.hpp"
#include "server/http/proxies.hpp"
#include "server/limits.hpp"

namespace wrapup::server {

// How many streams there may be: in all, of one address, of one user. Safe to use from several threads; must outlive
// its places.
class StreamPlaces {
public:
    StreamPlaces(const Limits& limits, Proxies proxies) : limits_(limits), proxies_(std::move(proxies)) {}

    // A stream's places, until it is destroyed. Nobody's address counts who is this machine or a proxy.
    struct Place {
        std::unique_ptr<Census::Place> among_all, of_user, of_address;
    };
    // Who sent it, as far as the proxies are believed. None where it did not come over a network.
    std::optional<Address> sender_of(const httplib::Request& request) const;
    // Whose address counts: neither this machine's nor a proxy's.
    bool counts(const Address& sender) const { return !sender.of_this_machine && !proxies_.trusts(sender); }

    // The places, or what there are too many of.
    std::variant<Place, Problem> take(const httplib::Request& request, const Actor& user);

private:
    Limits limits_;
    Proxies proxies_;
    Census streams_, streams_of_user_, streams_of_address_;
};

// The same, which has the place for as long as it lives.
std::shared_ptr<Pushed> keeping(StreamPlaces::Place place, std::shared_ptr<Pushed> pushed);

}  // namespace wrapup::server
