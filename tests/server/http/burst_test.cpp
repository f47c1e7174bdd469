#include <unordered_map>

#include "tests/support/apart.hpp"
#include "tests/support/own_status.hpp"
#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

constexpr int burst = 15'000;
constexpr std::string_view page = "GET /login HTTP/1.1\r\nHost: x\r\n\r\n";

struct Outcome {
    int answered = 0;  // 200
    int refused = 0;   // 503
    int left = 0;      // The connection ended without a word.
    int waiting = 0;   // Nothing of all that.
    int took_ms = 0;
};

// Connects all at once, asks for a page on each, and keeps open what is answered.
class Crowd {
public:
    explicit Crowd(int port) : port_(port) { raise_descriptor_limit(); }

    Outcome run() {
        const Ticks start = ticks();
        for (int i = 0; i < burst; ++i) connect();
        const Ticks end = start + 60s;
        while (outcome_.waiting > 0 && ticks() < end)
            for (const epoll_event& event : epoll_.wait(100ms)) look_at(event);
        outcome_.took_ms =
            static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(ticks() - start).count());
        return outcome_;
    }

private:
    void connect() {
        Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port_));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof(to));
        const auto key = static_cast<std::uint64_t>(socket.get());
        epoll_.add(socket, key, EPOLLOUT | EPOLLONESHOT);
        sockets_.emplace(key, std::move(socket));
        ++outcome_.waiting;
    }

    void look_at(const epoll_event& event) {
        const auto found = sockets_.find(event.data.u64);
        if (found == sockets_.end()) return;
        if ((event.events & EPOLLOUT) != 0 && (event.events & (EPOLLERR | EPOLLHUP)) == 0) {
            send_some(found->second, page);
            epoll_.remove(found->second);
            return epoll_.add(found->second, found->first, EPOLLIN | EPOLLRDHUP | EPOLLONESHOT);
        }
        char buffer[1024];
        std::string_view got;
        --outcome_.waiting;
        const bool has_answer = receive_some(found->second, buffer, got) == Received::something;
        if (!has_answer)
            ++outcome_.left;
        else if (got.starts_with("HTTP/1.1 200"))
            return void(++outcome_.answered);
        else
            ++outcome_.refused;
        sockets_.erase(found);
    }

    int port_;
    Epoll epoll_;
    std::unordered_map<std::uint64_t, Descriptor> sockets_;
    Outcome outcome_;
};

}  // namespace

TEST_CASE("of fifteen thousand connections in a burst none is left waiting, and the server goes on") {
    const Apart crowd([](const Line& line) {
        line.tell(Crowd(line.hear<int>()).run());
        line.wait();
    });
    World world;
    forget_peak();
    const std::size_t before_kb = own_status("VmHWM"), threads = own_status("Threads");
    crowd.line().tell(world.port());
    const auto outcome = crowd.line().hear<Outcome>();
    std::printf("%d connections in a burst: %d answered, %d refused, %d left, in %d ms, for %zu KiB\n", burst,
                outcome.answered, outcome.refused, outcome.left, outcome.took_ms, own_status("VmHWM") - before_kb);
    CHECK(outcome.waiting == 0);
    CHECK(outcome.answered >= static_cast<int>(Limits{}.connections_max) - 100);
    CHECK(outcome.answered <= static_cast<int>(Limits{}.connections_max));
    CHECK(outcome.refused > 0);
    CHECK(own_status("VmHWM") - before_kb < 64 * 1024);
    CHECK(own_status("Threads") == threads);
    ::kill(crowd.process(), SIGKILL);
    int status = 0;
    for (const Ticks end = ticks() + 10s; status != 200 && ticks() < end;) {
        RawClient client(world.port());
        client.send(page);
        status = client.status();
    }
    CHECK(status == 200);
}

}  // namespace wrapup::server::test
