#pragma once

#include "server/store/connection.hpp"
#include "server/store/filter.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// Everything that was said, notes among it, and the names of those who said it; by words. For agents only.
class Search {
public:
    static constexpr int version = 1;  // Of what add() takes in: greater with every change of that.
    static constexpr std::size_t hits_max = 50;
    static constexpr std::size_t words_max = 16;
    static constexpr std::size_t query_bytes_max = 400;

    explicit Search(Connection& connection) : connection_(connection) {}

    // Takes in events of a conversation of this site. `customer` is the name of whose it is, where they say so.
    void add(const SiteId& site, const std::vector<StoredEvent>& events, const std::string& customer);
    // What their conversations are found by from now on.
    void rename(const CustomerId& customer, const std::string& name);
    void clear();

    // The conversations of the actor's sites in which one message or name has all of these words, the last of them
    // perhaps only begun; each once, with the newest message that does. The newest first, of those that pass the
    // filter.
    std::vector<Hit> find(const std::string& query, const Actor& actor, const Filter& filter = {});

private:
    Connection& connection_;
};

}  // namespace wrapup::server
