// Our HTTP without anything behind it.
#pragma once

#include <optional>
#include <thread>

#include "server/http/connections.hpp"
#include "server/http/streams.hpp"

namespace wrapup::server::test {

// The connections of a server that answers every request with its method, target and body, and nothing behind them.
class Echo {
public:
    explicit Echo(const Connections::Limits& limits = {}, Interpreter::Handler handler = echo)
        : interpreter_(std::move(handler)) {
        raise_descriptor_limit();
        auto listening = interpreter_.listen_at("127.0.0.1", 0);
        port_ = listening->port;
        connections_.emplace(
            std::move(listening->socket), limits, census_,
            [this](Inbound inbound) { return interpreter_.respond(std::move(inbound)); },
            [this](Peer peer, Outbound outbound) {
                streams_.add(std::move(peer), std::move(outbound.bytes), std::move(outbound.pushed));
            });
        thread_ = std::thread([this] { connections_->serve(); });
    }
    ~Echo() { stop(); }

    int port() const { return port_; }
    void stop() {
        streams_.stop();
        connections_->stop();
        if (thread_.joinable()) thread_.join();
    }

    static Answer echo(const httplib::Request& request) {
        return {200, "text/plain", request.method + ' ' + request.target + ' ' + request.body, {}, {}};
    }

private:
    Census census_;
    Interpreter interpreter_;
    Streams streams_;
    std::optional<Connections> connections_;
    std::thread thread_;
    int port_ = 0;
};

}  // namespace wrapup::server::test
