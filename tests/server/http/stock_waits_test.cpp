// Who has to wait for whom: the library's own server, and ours.
#include <signal.h>

#include <algorithm>
#include <deque>

#include "tests/support/stock.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

constexpr auto wait_max = 2'000ms;
const std::size_t pool = CPPHTTPLIB_THREAD_POOL_COUNT;

double ms(std::chrono::milliseconds time) { return static_cast<double>(time.count()); }

// A new client's wait, beside as many others as the library has threads, each of which has sent this.
double wait_beside(const Served& served, const std::string& sent, bool answered) {
    std::deque<RawClient> others;
    for (std::size_t i = 0; i < pool; ++i) {
        others.emplace_back(served.port()).send(sent);
        if (answered && others.back().status() != 200) throw std::runtime_error("refused");
    }
    std::this_thread::sleep_for(100ms);
    return ms(served.wait(wait_max));
}

double threads_for_streams(const Served& served) {
    served.wait(wait_max);
    const std::size_t before = served.threads();
    std::deque<RawClient> readers;
    for (std::size_t i = 0; i < pool; ++i) {
        readers.emplace_back(served.port()).send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
        readers.back().receive_until("hello");
    }
    const double all = static_cast<double>(served.threads() - before);
    return served.wait(wait_max) == wait_max ? static_cast<double>(pool) : all;
}

double median_answer_ms(const Served& served) {
    RawClient client(served.port());
    std::vector<double> waits;
    for (int i = 0; i < 31; ++i) {
        const Ticks before = ticks();
        client.send(short_get);
        client.answer();
        waits.push_back(std::chrono::duration<double, std::milli>(ticks() - before).count());
    }
    std::nth_element(waits.begin(), waits.begin() + 15, waits.end());
    return waits[15];
}

// Of a thousand that come while it has no time for them.
double refused_in_a_burst(const Served& served) {
    constexpr int burst = 1'000;
    raise_descriptor_limit();
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(served.port()));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::kill(served.process(), SIGSTOP);
    std::vector<Descriptor> sockets;
    for (int i = 0; i < burst; ++i) {
        const Descriptor& socket = sockets.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof(to));
    }
    std::this_thread::sleep_for(300ms);
    const auto is_refused = [](const Descriptor& socket) {
        pollfd writable{socket.get(), POLLOUT, 0};
        return ::poll(&writable, 1, 0) <= 0 || (writable.revents & (POLLERR | POLLHUP)) != 0;
    };
    const auto refused = std::count_if(sockets.begin(), sockets.end(), is_refused);
    ::kill(served.process(), SIGCONT);
    return static_cast<double>(refused);
}

}  // namespace

TEST_CASE("stock: idle connections hold a thread each") {
    compare({"thread per idle connection", "the next client's wait, ms", 500,
             [](const Served& served) { return wait_beside(served, short_get, true); }});
}

TEST_CASE("stock: streams hold a thread each") {
    compare({"thread per stream", "the next client's wait, ms", 500, [](const Served& served) {
                 return wait_beside(served, "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n", true);
             }});
    compare({"thread per stream", "threads for 8 streams", 0, threads_for_streams});
}

TEST_CASE("stock: slow requests hold a thread each") {
    compare({"slowloris", "the next client's wait, ms", 500,
             [](const Served& served) { return wait_beside(served, "GET /a HT", false); }});
    compare({"silence", "the next client's wait, ms", 500,
             [](const Served& served) { return wait_beside(served, "", false); }});
}

TEST_CASE("stock: an answer in two packets waits for the first to be acknowledged") {
    compare({"Nagle and delayed ACK", "an answer's median, ms", 20, median_answer_ms});
}

TEST_CASE("stock: five connections may wait to be accepted") {
    compare({"listen backlog", "refused of 1,000 in a burst", 0, refused_in_a_burst});
}

}  // namespace wrapup::server::test
