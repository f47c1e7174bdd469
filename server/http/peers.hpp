#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "server/http/sockets.hpp"

struct sockaddr_storage;

namespace wrapup::server {

struct Address {
    std::string text;
    int port = 0;
    std::string network;  // Who counts as one sender: an address of IPv4, 64 bits of IPv6.
    bool of_this_machine = false;
};
Address address_of(const sockaddr_storage& from);

// Counts the sockets of each sender. Safe to use from several threads; must outlive its places.
class Census {
public:
    // A sender's place among its own, until it is destroyed.
    class Place {
    public:
        Place(Census& census, std::string network) : census_(census), network_(std::move(network)) {}
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        Census& census_;
        std::string network_;
    };

    // Nothing when the sender has `places_max` already.
    std::unique_ptr<Place> enter(const std::string& network, std::size_t places_max);

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
