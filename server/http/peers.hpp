#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "server/http/sockets.hpp"

struct sockaddr_storage;

namespace wrapup::server {

inline constexpr std::size_t ipv4_bytes = 4, ipv6_bytes = 16;

struct Address {
    std::string text;
    int port = 0;
    std::string bytes;    // Those of IPv4 also where it comes as one of IPv6.
    std::string network;  // Who counts as one sender: an address of IPv4, 64 bits of IPv6.
    bool of_this_machine = false;
};
Address address_of(const sockaddr_storage& from);
// Nothing if it is none.
std::optional<Address> address_from(std::string_view text);

// Counts what each of many has. Safe to use from several threads; must outlive its places.
class Census {
public:
    // One of those that somebody has, until it is destroyed.
    class Place {
    public:
        Place(Census& census, std::string who) : census_(census), who_(std::move(who)) {}
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        Census& census_;
        std::string who_;
    };

    // Nothing when they have `places_max` already.
    std::unique_ptr<Place> enter(const std::string& who, std::size_t places_max);

private:
    std::mutex mutex_;
    std::map<std::string, std::size_t> counts_;
};

// An open socket and its place. Movable, and owned by one thread at a time.
struct Peer {
    Descriptor socket;
    std::unique_ptr<Census::Place> place;
};

}  // namespace wrapup::server
