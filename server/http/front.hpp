#pragma once

#include "server/http/routes.hpp"

namespace wrapup::server {

// The HTTP server: limits, headers, and what becomes of exceptions. Knows no route.
class Front {
public:
    static constexpr std::size_t threads_max = 96;
    static constexpr std::size_t body_bytes_max = 1024 * 1024;
    static constexpr std::size_t target_bytes_max = 2 * 1024;
    static constexpr std::size_t requests_max = 10'000;  // On one connection.
    static constexpr int idle_s_max = 3;                 // Of a connection, before or amid a request.

    Front(Service& service, Pages pages);

    // Port 0 is any free one. Returns the port, or nothing if the address is not to be had.
    std::optional<int> bind(const std::string& host, int port);

    // Serves until stop(), which may be called from another thread, and may be repeated: before serve() it has no
    // effect.
    void serve() { server_.listen_after_bind(); }
    void stop();

private:
    void take_requests();
    void limit();
    void answer_by_itself();

    Service& service_;
    Pages pages_;
    httplib::Server server_;
};

}  // namespace wrapup::server
