#pragma once

#include <optional>
#include <string>

#include "server/store/connection.hpp"

namespace wrapup::server {

// What a visitor's browser shows to be somebody again. Only hashes are stored: who steals the file cannot be anybody.
class Tokens {
public:
    explicit Tokens(Connection& connection) : connection_(connection) {}

    // Visitors make theirs themselves. It must be nobody's.
    void open_visitor(const std::string& token, const CustomerId& customer);

    void close_visitor(const std::string& token);
    std::optional<CustomerId> customer_of(const std::string& token);
    // Whoever was the one customer is the other from now on.
    void move_visitors(const CustomerId& from, const CustomerId& to);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
