#include "server/http/front.hpp"

namespace wrapup::server {

Front::Front(Service& service, Pages pages, const Connections::Limits& limits)
    : service_(service),
      pages_(pages),
      limits_(limits),
      stream_places_(limits, limits.proxies),
      login_guard_(limits),
      interpreter_(
          [this](const httplib::Request& request) {
              return answer(request, service_, pages_, stream_places_, login_guard_);
          },
          limits.proxies) {
    pages_.file_bytes_max = limits.file_bytes_max;
    raise_descriptor_limit();
}

std::optional<int> Front::bind(const std::string& host, int port) {
    auto listening = interpreter_.listen_at(host, port);
    if (!listening) return std::nullopt;
    connections_ = std::make_unique<Connections>(
        std::move(listening->socket), limits_, census_,
        [this](Inbound inbound) { return interpreter_.respond(std::move(inbound)); },
        [this](Peer peer, Outbound outbound) {
            streams_.add(std::move(peer), std::move(outbound.bytes), std::move(outbound.pushed));
        });
    pages_.port = listening->port;
    return listening->port;
}

void Front::stop() {
    streams_.stop();
    service_.hub.close();
    connections_->stop();
}

}  // namespace wrapup::server
