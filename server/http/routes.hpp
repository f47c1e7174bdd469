#pragma once

#include "server/authorize.hpp"
#include "server/http/answer.hpp"
#include "server/http/session.hpp"
#include "server/http/stream_places.hpp"
#include "server/login_guard.hpp"
#include "server/service.hpp"

namespace wrapup::server {

// What the pages depend on besides the service.
struct Pages {
    int port = 0;
    bool demo = false;            // The demo shop is open.
    std::string public_url{};     // scheme://host[:port], as browsers reach it; empty: on this machine only.
    std::string metrics_token{};  // Who shows it may read the metrics; empty: this machine may.
    std::size_t file_bytes_max = 0;

    Carriage carriage() const { return public_url.starts_with("https://") ? Carriage::tls : Carriage::plain; }
};

// A request on its way to a handler.
struct Ask {
    const httplib::Request& http;  // Its body is whole.
    Service& service;
    const Pages& pages;
    StreamPlaces& stream_places;
    LoginGuard& login_guard;
    std::string rest{};  // What stood at the * of the route's path.
    Proof proof{};
    std::optional<Principal> who{};  // There for handlers of routes that ask for somebody.
    Action action = Action::open_page;

    const Actor& actor() const { return who->actor; }
    // Whether the asker may do with this object what the route is for. The router has asked for what the path names.
    bool may(const Object& object) const { return server::may(actor(), action, object); }
    std::string param(const char* name) const { return http.get_param_value(name); }
    std::optional<std::string> optional_param(const char* name) const {
        return http.has_param(name) ? std::optional(param(name)) : std::nullopt;
    }
};

// Finds the route, checks who is asking and in which form, and lets its handler answer. Throws what the handler throws.
Answer answer(const httplib::Request& request, Service& service, const Pages& pages, StreamPlaces& stream_places,
              LoginGuard& login_guard);

// The route of a request, as a number in our list: `no_route` where there is none.
std::size_t number_of_route(const httplib::Request& request);

// What is said of it: our own words, with nothing in them that a sender chose.
struct RouteName {
    std::string_view method, path;
};
RouteName name_of_route(std::size_t number);
std::vector<RouteName> all_routes();

}  // namespace wrapup::server
