// The system's descriptors as objects. None of them is for several threads, but for Bell::ring().
#pragma once

#include <sys/epoll.h>

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace wrapup::server {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, none)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }

    int get() const { return fd_; }
    explicit operator bool() const { return fd_ != none; }

private:
    static constexpr int none = -1;
    int fd_ = none;
};

// Tells which descriptors have changed, each by the key it was added with. A key that is never used again cannot be
// mistaken for that of a later descriptor with the same number.
class Epoll {
public:
    static constexpr std::size_t events_max = 256;  // At a time.

    Epoll();
    void add(const Descriptor& descriptor, std::uint64_t key, std::uint32_t events);
    void remove(const Descriptor& descriptor);
    std::span<const epoll_event> wait(std::chrono::milliseconds wait_max);

private:
    Descriptor epoll_;
    epoll_event events_[events_max];
};

// Ends the wait of another thread.
class Bell {
public:
    Bell();
    void ring() noexcept;  // Safe to use from several threads.
    void silence();
    const Descriptor& descriptor() const { return event_; }

private:
    Descriptor event_;
};

struct Sent {
    std::size_t bytes = 0;
    bool open = true;  // Else nothing can be sent any more.
};
// Sends as much as the socket takes without waiting.
Sent send_some(const Descriptor& socket, std::string_view bytes);

enum class Received { something, nothing_yet, the_end };
// Reads once, without waiting, at most as much as fits into `buffer`; `got` is the part of it that was read.
Received receive_some(const Descriptor& socket, std::span<char> buffer, std::string_view& got);

// Nothing more will be sent; what the other side still sends may be read.
void finish_sending(const Descriptor& socket);

// No delay of small packets, and no endless wait for who has gone without a word.
void make_ready(const Descriptor& socket);

// Allows this process as many descriptors as the system does.
void raise_descriptor_limit();

}  // namespace wrapup::server
