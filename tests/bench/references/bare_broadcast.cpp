// What the system gives: one loop over epoll that sends the body of whatever is posted to everybody who has a stream,
// and keeps nothing for who does not take it. Usage: bare_broadcast
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "server/http/sockets.hpp"
#include "tests/bench/load/http_text.hpp"
#include "tests/bench/references/listening.hpp"

namespace {

constexpr std::string_view stream_begins =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\nevent: me\ndata: {}\n\n";
constexpr std::string_view posted = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

constexpr int backlog_max = 4'096, events_max = 256;

int listening_socket() {
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(at);
    const bool listens = ::bind(listening, reinterpret_cast<const sockaddr*>(&at), size) == 0 &&
                         ::listen(listening, backlog_max) == 0 &&
                         ::getsockname(listening, reinterpret_cast<sockaddr*>(&at), &size) == 0;
    if (!listens) return -1;
    wrapup::bench::say_listening(ntohs(at.sin_port));
    return listening;
}

void watch(int epoll, int socket) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

void send_to(int socket, std::string_view bytes) {
    [[maybe_unused]] const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

// The bodies are small: they come in one piece with their heads.
void answer(int socket, std::string_view request, std::vector<int>& streams) {
    if (request.starts_with("GET ")) {
        streams.push_back(socket);
        return send_to(socket, stream_begins);
    }
    const std::string_view frame = wrapup::bench::body_of(request);
    for (const int stream : streams) send_to(stream, frame);
    send_to(socket, posted);
}

void look_at(int epoll, int socket, std::vector<int>& streams) {
    char buffer[64 * 1024];
    const ssize_t n = ::recv(socket, buffer, sizeof(buffer), 0);
    if (n > 0) return answer(socket, {buffer, static_cast<std::size_t>(n)}, streams);
    ::epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nullptr);
    std::erase(streams, socket);
    ::close(socket);
}

void accept_all(int epoll, int listening) {
    const int yes = 1;
    for (int socket = 0; (socket = ::accept4(listening, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
        watch(epoll, socket);
    }
}

}  // namespace

int main() {
    wrapup::server::raise_descriptor_limit();
    const int epoll = ::epoll_create1(0), listening = listening_socket();
    if (listening < 0) return EXIT_FAILURE;
    watch(epoll, listening);
    std::vector<int> streams;
    epoll_event events[events_max];
    while (true) {
        const int count = ::epoll_wait(epoll, events, events_max, -1);
        for (int i = 0; i < count; ++i)
            if (events[i].data.fd == listening)
                accept_all(epoll, listening);
            else
                look_at(epoll, events[i].data.fd, streams);
    }
}
