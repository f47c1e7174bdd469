#include "tests/bench/load/client_sockets.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>

namespace wrapup::bench {
namespace {

constexpr int patience_ms = 30'000;

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

Descriptor socket_to(int port, int flags) {
    Descriptor socket(checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | flags, 0), "socket"));
    const int yes = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
    const linger at_once{1, 0};
    ::setsockopt(socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int result = ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof(to));
    if (result < 0 && errno != EINPROGRESS) checked(result, "connect");
    return socket;
}

}  // namespace

Descriptor connected_to(int port) { return socket_to(port, 0); }
Descriptor connecting_to(int port) { return socket_to(port, SOCK_NONBLOCK); }

void send_all(const Descriptor& socket, std::string_view bytes) {
    while (true) {
        const server::Sent sent = server::send_some(socket, bytes);
        if (!sent.open) throw std::runtime_error("the server has closed a connection");
        bytes.remove_prefix(sent.bytes);
        if (bytes.empty()) return;
        pollfd writable{socket.get(), POLLOUT, 0};
        if (::poll(&writable, 1, patience_ms) == 0) throw std::runtime_error("the server takes nothing more");
    }
}

}  // namespace wrapup::bench
