#include "server/http/connections.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/echo.hpp"
#include "tests/support/own_status.hpp"
#include "tests/support/raw_client.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;
using Limits = Connections::Limits;

const std::string a_get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

std::string post(const std::string& body, const std::string& headers = {}) {
    return "POST /a HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

std::chrono::milliseconds time_of(const std::function<void()>& what) {
    const Ticks before = ticks();
    what();
    return std::chrono::duration_cast<std::chrono::milliseconds>(ticks() - before);
}

bool ends_with(const std::string& text, const std::string& end) { return text.ends_with(end); }

// With two megabytes in between. Appended, since GCC 14 sees an overflow in the same made with +.
std::string with_many(const char* start, const char* end) {
    std::string text(start);
    text.append(2'000'000, 'a');
    return text.append(end);
}

}  // namespace

TEST_CASE("requests on one connection are answered one by one, whatever way their bytes come") {
    Echo echo;
    RawClient client(echo.port());
    client.send(a_get);
    CHECK(ends_with(client.answer(), "\r\n\r\nGET /a "));
    for (const char byte : post("hello")) client.send({&byte, 1});
    CHECK(ends_with(client.answer(), "POST /a hello"));
    client.send(post("one") + a_get + post("two"));
    CHECK(ends_with(client.answer(), "POST /a one"));
    CHECK(ends_with(client.answer(), "GET /a "));
    CHECK(ends_with(client.answer(), "POST /a two"));
}

TEST_CASE("a body is never taken for the next request") {
    Echo echo;
    RawClient client(echo.port());
    client.send(post(a_get));
    CHECK(ends_with(client.answer(), "POST /a " + a_get));
    client.send("GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 30\r\n\r\n" + a_get);
    CHECK(client.status() == 400);
    CHECK(client.is_ended());
}

TEST_CASE("what two readers could take for different requests is refused, and the connection ended") {
    Echo echo;
    const std::vector<std::pair<std::string, int>> table{
        {post("abc", "Content-Length: 2\r\n"), 400},
        {post("abc", "Transfer-Encoding: chunked\r\n"), 411},
        {post("abc", "Content-Encoding: gzip\r\n"), 415},
        {with_many("GET /", " HTTP/1.1\r\nHost: x\r\n\r\n"), 414},
        {with_many("GET /a HTTP/1.1\r\nHost: x\r\nA: ", "\r\n\r\n"), 431},
        {with_many("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n", ""), 413},
    };
    for (const auto& [bytes, status] : table) {
        RawClient client(echo.port());
        CHECK(client.send(bytes + a_get));
        const std::string answer = client.answer();
        CHECK(answer.substr(9, 3) == std::to_string(status));
        CHECK(answer.find("application/problem+json") != std::string::npos);
        CHECK(client.is_ended());
    }
}

TEST_CASE("a client may close its side after the request, or announce that it is the last") {
    Echo echo;
    RawClient half(echo.port());
    half.send(a_get);
    half.finish_sending();
    CHECK(half.status() == 200);
    CHECK(half.is_ended());
    RawClient last(echo.port());
    last.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(last.status() == 200);
    CHECK(last.is_ended());
}

TEST_CASE("nobody waits for connections that are idle, slow, or short of what they promised") {
    Echo echo;
    const std::size_t threads = own_status("Threads");
    std::vector<RawClient> others;
    for (int i = 0; i < 300; ++i) {
        RawClient& idle = others.emplace_back(echo.port());
        idle.send(a_get);
        CHECK(idle.status() == 200);
        others.emplace_back(echo.port()).send("GET /a HTTP/1.1\r\nHo");
        others.emplace_back(echo.port()).send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
        others.emplace_back(echo.port());
    }
    RawClient client(echo.port());
    const auto took = time_of([&] {
        client.send(a_get);
        CHECK(client.status() == 200);
    });
    CHECK(took < 500ms);
    CHECK(own_status("Threads") == threads);
}

TEST_CASE("who is too slow is told so, and who is idle too long is left") {
    Limits limits;
    limits.patience.head = limits.patience.body = limits.patience.idle = 300ms;
    Echo echo(limits);
    RawClient head(echo.port()), body(echo.port()), idle(echo.port());
    head.send("GET /a HTT");
    body.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
    idle.send(a_get);
    CHECK(idle.status() == 200);
    CHECK(idle.is_ended());
    CHECK(head.status() == 408);
    CHECK(body.status() == 408);
}

TEST_CASE("too many connections are told so at once, and their places are given back") {
    Limits limits;
    limits.connections_max = 4;
    Echo echo(limits);
    {
        std::vector<RawClient> some;
        for (int i = 0; i < 4; ++i) {
            some.emplace_back(echo.port()).send(a_get);
            CHECK(some.back().status() == 200);
        }
        RawClient more(echo.port());
        more.send(a_get);
        const std::string answer = more.answer();
        CHECK(answer.rfind("HTTP/1.1 503", 0) == 0);
        CHECK(answer.find("Retry-After: ") != std::string::npos);
    }
    int status = 503;
    for (const Ticks end = ticks() + 10s; status != 200 && ticks() < end;) {
        RawClient again(echo.port());
        again.send(a_get);
        status = again.status();
    }
    CHECK(status == 200);
}

TEST_CASE("one sender may not take all the places") {
    Limits limits;
    limits.connections_per_address_max = 2;
    limits.own_machine = Limits::OwnMachine::counts;
    Echo echo(limits);
    RawClient a(echo.port()), b(echo.port()), c(echo.port());
    for (RawClient* client : {&a, &b, &c}) client->send(a_get);
    CHECK(a.status() == 200);
    CHECK(b.status() == 200);
    CHECK(c.status() == 429);
}

TEST_CASE("hundreds of megabytes of headers cost no memory") {
    Echo echo;
    const std::size_t before_kb = own_status("VmHWM");
    const std::string headers(1024 * 1024, 'a');
    for (int i = 0; i < 30; ++i) {
        RawClient client(echo.port());
        client.send("GET /a HTTP/1.1\r\nHost: x\r\nA: ");
        for (int mb = 0; mb < 10 && client.send(headers); ++mb) continue;
    }
    CHECK(own_status("VmHWM") - before_kb < 32 * 1024);
}

TEST_CASE("who does not take a long answer is left, and keeps nobody") {
    const std::string long_text(16 * 1024 * 1024, 'x');
    Limits limits;
    limits.workers = 1;
    limits.patience.stalled = 500ms;
    Echo echo(limits, [&](const httplib::Request&) { return Answer{200, "text/plain", long_text, {}, {}}; });
    RawClient deaf(echo.port(), 4096);
    deaf.send(a_get);
    RawClient client(echo.port());
    client.send(a_get);
    CHECK(client.answer().size() > long_text.size());
    std::this_thread::sleep_for(1500ms);
    CHECK_THROWS(deaf.answer());
}

TEST_CASE("what a handler throws ends neither the server nor the connection") {
    Echo echo({}, [](const httplib::Request& request) -> Answer {
        if (request.path == "/int") throw 1;
        throw std::runtime_error("secret");
    });
    RawClient client(echo.port());
    client.send("GET /int HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.status() == 500);
    client.send(a_get);
    const std::string answer = client.answer();
    CHECK(answer.rfind("HTTP/1.1 500", 0) == 0);
    CHECK(answer.find("secret") == std::string::npos);
}

TEST_CASE("a server that stops finishes what it is answering, and waits for nobody else") {
    std::atomic<bool> asked = false;
    Echo echo({}, [&](const httplib::Request& request) {
        asked = true;
        std::this_thread::sleep_for(500ms);
        return Echo::echo(request);
    });
    RawClient busy(echo.port()), idle(echo.port()), slow(echo.port());
    idle.send(a_get);
    CHECK(idle.status() == 200);
    slow.send("GET /a HT");
    asked = false;
    busy.send(a_get);
    while (!asked) std::this_thread::yield();
    CHECK(time_of([&] { echo.stop(); }) < 2s);
    CHECK(busy.status() == 200);
    CHECK(idle.is_ended());
    CHECK_THROWS(RawClient(echo.port()));
}

}  // namespace wrapup::server::test
