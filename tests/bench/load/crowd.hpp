#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "tests/bench/load/client_sockets.hpp"

namespace wrapup::bench {

// Clients who all come at the same moment, say one thing each, and listen from then on.
class Crowd {
public:
    explicit Crowd(int port) : port_(port), buffer_(buffer_bytes) {}

    // Begins to connect; what it says goes when that is done.
    void add(std::string says);
    std::size_t size() const { return members_.size(); }

    // Listens once, at most so long. Throws when the server has closed a connection.
    using Take = std::function<void(std::size_t member, std::string_view bytes)>;
    void listen(std::chrono::milliseconds wait_max, const Take& take);

    // Listens until everybody has been answered: a whole answer, or the beginning of a stream up to its first frame.
    void await_answers();

private:
    static constexpr std::size_t buffer_bytes = 256 * 1024;

    struct Member {
        Descriptor socket;
        std::string unsaid;
    };

    int port_;
    std::vector<char> buffer_;
    server::Epoll epoll_;
    std::vector<Member> members_;
};

}  // namespace wrapup::bench
