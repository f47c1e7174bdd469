#pragma once

#include "server/http/connections.hpp"
#include "server/http/routes.hpp"
#include "server/http/streams.hpp"

namespace wrapup::server {

// The HTTP server, put together: connections, the library that reads and writes HTTP, the routes, and the streams.
class Front {
public:
    Front(Service& service, Pages pages, const Connections::Limits& limits = {});

    // Port 0 is any free one. Returns the port, or nothing if the address is not to be had.
    std::optional<int> bind(const std::string& host, int port);

    // Serves until stop(), which may be called from another thread, early and repeatedly. Only after bind().
    void serve() { connections_->serve(); }

    // Sends the readers of streams away, takes no more requests, and has serve() return when those that are being
    // answered are, or Connections::Limits::stop_ms_max later.
    void stop();

private:
    Service& service_;
    Pages pages_;
    Connections::Limits limits_;
    Census census_;
    StreamPlaces stream_places_;
    LoginGuard login_guard_;
    Interpreter interpreter_;
    Streams streams_;
    std::unique_ptr<Connections> connections_;
};

}  // namespace wrapup::server
