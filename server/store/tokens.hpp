#pragma once

#include <optional>
#include <string>

#include "server/store/connection.hpp"

namespace wrapup::server {

// What a visitor's browser shows to be somebody again. Only hashes are stored: who steals the file cannot be anybody.
class Tokens {
public:
    explicit Tokens(Connection& connection) : connection_(connection) {}

    // Returns the token, which nobody can ask for again.
    std::string open_visitor(const CustomerId& customer);

    std::optional<CustomerId> customer_of(const std::string& token);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
