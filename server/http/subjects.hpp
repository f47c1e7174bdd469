// What the * in a route's path names.
#pragma once

#include "server/authorize.hpp"
#include "server/http/errors.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

enum class Names : std::uint8_t {
    nothing,  // Or nothing that anybody owns.
    conversation,
    file,
    customer,
    canned_reply,
    agent,
    site,
    own,          // A list, or a new one: the handler takes only what is theirs.
    in_the_body,  // Or in the query: the handler asks once it has read it.
};

// Where something is and whose, as it was found. Of what is not there, nothing.
struct Subject {
    std::vector<SiteId> sites{};
    std::string customer{};
    bool is_of_all_sites = false;

    Object object() const { return {sites, customer.empty() ? nullptr : &customer, nullptr, is_of_all_sites}; }
};
Subject find_subject(Names kind, const std::string& id, Connection& connection);

// What is said where there is none, or none for them.
Problem absence_of(Names kind);

}  // namespace wrapup::server
