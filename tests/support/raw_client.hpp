// A client that says whatever bytes it is told to, and nothing else.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <stdexcept>

#include "server/clock.hpp"
#include "server/http/sockets.hpp"

namespace wrapup::server::test {

class RawClient {
public:
    static constexpr std::chrono::milliseconds patience{20'000};

    explicit RawClient(int port, int receive_buffer_bytes = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer_bytes > 0)
            ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof(receive_buffer_bytes));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&to), sizeof(to)) != 0)
            throw std::runtime_error("cannot connect");
    }

    // False when the server takes no more.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t n = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    void finish_sending() { server::finish_sending(socket_); }

    // Ends the connection at once, without the word that is due at its end.
    void break_off() {
        const linger none{1, 0};
        ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &none, sizeof(none));
        socket_ = {};
    }

    // The next answer: head and body.
    std::string answer() {
        while (received_.find("\r\n\r\n") == std::string::npos) receive();
        const std::size_t head = received_.find("\r\n\r\n") + 4;
        const std::size_t length_at = received_.find("Content-Length: ");
        const std::size_t body = length_at < head ? std::stoul(received_.substr(length_at + 16)) : 0;
        while (received_.size() < head + body) receive();
        std::string answer = received_.substr(0, head + body);
        received_.erase(0, head + body);
        return answer;
    }
    int status() { return std::stoi(answer().substr(9, 3)); }

    // Whether the server ends the connection without another byte.
    bool is_ended() {
        char byte = 0;
        return received_.empty() && wait() && ::recv(socket_.get(), &byte, 1, 0) <= 0;
    }
    // Everything up to and with `end`.
    std::string receive_until(std::string_view end) {
        while (received_.find(end) == std::string::npos) receive();
        const std::size_t size = received_.find(end) + end.size();
        std::string text = received_.substr(0, size);
        received_.erase(0, size);
        return text;
    }

    // Everything until the server ends the connection, or says nothing for so long.
    std::string receive_all(std::chrono::milliseconds silence = patience) {
        while (wait(silence) && receive_some()) continue;
        return std::exchange(received_, {});
    }
    // Whether anything comes, be it the end.
    bool has_news_within(std::chrono::milliseconds time) { return !received_.empty() || wait(time); }

private:
    bool wait(std::chrono::milliseconds time = patience) {
        pollfd readable{socket_.get(), POLLIN, 0};
        return ::poll(&readable, 1, static_cast<int>(time.count())) > 0;
    }
    bool receive_some() {
        char buffer[16 * 1024];
        const ssize_t n = ::recv(socket_.get(), buffer, sizeof(buffer), 0);
        if (n > 0) received_.append(buffer, static_cast<std::size_t>(n));
        return n > 0;
    }
    void receive() {
        if (!wait() || !receive_some()) throw std::runtime_error("the server did not answer");
    }

    Descriptor socket_;
    std::string received_;
};

}  // namespace wrapup::server::test
