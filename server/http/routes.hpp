#pragma once

#include "server/http/answer.hpp"
#include "server/http/session.hpp"
#include "server/http/stream_places.hpp"
#include "server/service.hpp"

namespace wrapup::server {

// What the pages depend on besides the service.
struct Pages {
    int port = 0;
    bool demo = false;            // The demo shop is open.
    std::string metrics_token{};  // Who shows it may read the metrics; empty: this machine may.
    std::size_t file_bytes_max = 0;
};

// A request on its way to a handler.
struct Ask {
    const httplib::Request& http;  // Its body is whole.
    Service& service;
    const Pages& pages;
    StreamPlaces& stream_places;
    std::string rest{};  // What stood at the * of the route's path.
    Proof proof{};
    std::optional<Principal> who{};  // There for handlers of routes that ask for somebody.

    const Actor& actor() const { return who->actor; }
    std::string param(const char* name) const { return http.get_param_value(name); }
    std::optional<std::string> optional_param(const char* name) const {
        return http.has_param(name) ? std::optional(param(name)) : std::nullopt;
    }
};

// Finds the route, checks who is asking and in which form, and lets its handler answer. Throws what the handler throws.
Answer answer(const httplib::Request& request, Service& service, const Pages& pages, StreamPlaces& stream_places);

// The route of a request, as a number in our list: `no_route` where there is none.
std::size_t number_of_route(const httplib::Request& request);

// What is said of it: our own words, with nothing in them that a sender chose.
struct RouteName {
    std::string_view method, path;
};
RouteName name_of_route(std::size_t number);

}  // namespace wrapup::server
