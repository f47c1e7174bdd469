#include "tests/bench/load/closed_loop.hpp"

#include <stdexcept>

#include "server/clock.hpp"
#include "tests/bench/load/client_sockets.hpp"
#include "tests/bench/load/http_text.hpp"

namespace wrapup::bench {
namespace {

using namespace std::chrono_literals;
using server::Ticks, server::ticks;

constexpr std::size_t buffer_bytes = 256 * 1024;
constexpr std::chrono::milliseconds patience = 30s;

struct Client {
    Descriptor socket;
    std::string received{};
    Ticks sent_at{};
};

class Run {
public:
    Run(const ClosedLoop& loop, const NextRequest& next, const TakeAnswer& take)
        : requests_left_(loop.requests_max), next_(next), take_(take), buffer_(buffer_bytes) {
        for (std::size_t i = 0; i < loop.clients; ++i) {
            clients_.push_back({connected_to(loop.port)});
            epoll_.add(clients_[i].socket, i, EPOLLIN);
        }
        from_ = ticks() + loop.warm_up;
        until_ = from_ + loop.lasts;
    }

    Measured measure() {
        for (std::size_t i = 0; i < clients_.size(); ++i) ask(i);
        while (waiting_ > 0) {
            const auto events = epoll_.wait(patience);
            if (events.empty()) throw std::runtime_error("the server does not answer");
            for (const epoll_event& event : events) read(event.data.u64);
        }
        measured_.seconds = std::chrono::duration<double>(until_ - from_).count();
        return std::move(measured_);
    }

private:
    void ask(std::size_t i) {
        if (requests_left_ == 0) return;
        --requests_left_;
        const std::string_view request = next_(i);
        clients_[i].sent_at = ticks();
        send_all(clients_[i].socket, request);
        ++waiting_;
    }

    void read(std::size_t i) {
        Client& client = clients_[i];
        std::string_view got;
        const auto received = server::receive_some(client.socket, buffer_, got);
        if (received == server::Received::the_end) throw std::runtime_error("the server has closed a connection");
        // Most answers come in one piece, and need not be put together.
        std::string_view answer = client.received.empty() ? whole_answer(got) : std::string_view{};
        if (answer.empty()) answer = whole_answer(client.received.append(got));
        if (answer.empty()) return;
        finish(i, answer);
    }

    void finish(std::size_t i, std::string_view answer) {
        const Ticks now = ticks();
        --waiting_;
        using std::chrono::duration_cast, std::chrono::microseconds;
        if (now >= from_ && now < until_)
            measured_.microseconds.push_back(duration_cast<microseconds>(now - clients_[i].sent_at).count());
        take_(i, answer);
        clients_[i].received.clear();
        if (now < until_) ask(i);
    }

    std::size_t requests_left_;
    const NextRequest& next_;
    const TakeAnswer& take_;
    std::vector<char> buffer_;
    server::Epoll epoll_;
    std::vector<Client> clients_;
    Ticks from_, until_;
    std::size_t waiting_ = 0;
    Measured measured_;
};

}  // namespace

Measured run(const ClosedLoop& loop, const NextRequest& next, const TakeAnswer& take) {
    return Run(loop, next, take).measure();
}

}  // namespace wrapup::bench
