#include "server/http/sockets.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace wrapup::server {
namespace {

constexpr unsigned unanswered_ms_max = 30'000;  // Of what was sent.

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

bool is_only_full_or_empty(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

}  // namespace

Descriptor::~Descriptor() {
    if (fd_ != none) ::close(fd_);
}

Epoll::Epoll() : epoll_(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")) {}

void Epoll::add(const Descriptor& descriptor, std::uint64_t key, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = key;
    checked(::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor.get(), &event), "epoll_ctl");
}

void Epoll::remove(const Descriptor& descriptor) {
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, descriptor.get(), nullptr);
}

std::span<const epoll_event> Epoll::wait(std::chrono::milliseconds wait_max) {
    const int count = ::epoll_wait(epoll_.get(), events_, events_max, static_cast<int>(wait_max.count()));
    if (count < 0 && errno != EINTR) checked(count, "epoll_wait");
    return {events_, static_cast<std::size_t>(std::max(count, 0))};
}

Bell::Bell() : event_(checked(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd")) {}

void Bell::ring() noexcept {
    const std::uint64_t once = 1;
    [[maybe_unused]] const ssize_t written = ::write(event_.get(), &once, sizeof(once));
}

void Bell::silence() {
    std::uint64_t times = 0;
    [[maybe_unused]] const ssize_t read = ::read(event_.get(), &times, sizeof(times));
}

Sent send_some(const Descriptor& socket, std::string_view bytes) {
    Sent sent;
    while (sent.bytes < bytes.size()) {
        const std::string_view rest = bytes.substr(sent.bytes);
        const ssize_t n = ::send(socket.get(), rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) sent.open = is_only_full_or_empty(errno);
        if (n < 0) break;
        sent.bytes += static_cast<std::size_t>(n);
    }
    return sent;
}

Received receive_some(const Descriptor& socket, std::span<char> buffer, std::string_view& got) {
    ssize_t n = 0;
    do n = ::recv(socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    while (n < 0 && errno == EINTR);
    if (n < 0 && is_only_full_or_empty(errno)) return Received::nothing_yet;
    if (n <= 0) return Received::the_end;
    got = {buffer.data(), static_cast<std::size_t>(n)};
    return Received::something;
}

void finish_sending(const Descriptor& socket) { ::shutdown(socket.get(), SHUT_WR); }

void make_ready(const Descriptor& socket) {
    const int yes = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &unanswered_ms_max, sizeof(unanswered_ms_max));
}

void raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace wrapup::server
