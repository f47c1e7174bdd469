// What comes back to bytes that no browser sends. Each time the server goes on, and so do the others.
#include "tests/support/own_status.hpp"
#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

const std::string page = "GET /login HTTP/1.1\r\nHost: x\r\n\r\n";
const std::string unfinished = "POST /api/v1/visitors HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{\"site\":";

bool goes_on(const World& world) {
    RawClient client(world.port());
    const Ticks before = ticks();
    client.send(page);
    return client.status() == 200 && ticks() - before < 500ms;
}

// Once those that are told off have gone.
bool goes_on_soon(const World& world) {
    for (const Ticks end = ticks() + 10s; ticks() < end; std::this_thread::sleep_for(10ms))
        if (goes_on(world)) return true;
    return false;
}

}  // namespace

TEST_CASE("chunks are refused before they are looked at, however well or badly they are formed") {
    World world;
    const std::string body = R"({"site":"shop","page":"/","locale":"en"})";
    const std::vector<std::string> bodies{"28\r\n" + body + "\r\n0\r\n\r\n",
                                          "0\r\n\r\n",
                                          "-1\r\n" + body,
                                          "+28\r\n" + body,
                                          "0x28\r\n" + body,
                                          "zz\r\n" + body,
                                          "ffffffffffffffff\r\n" + body,
                                          "fffffffffffffffffffffffff\r\n" + body,
                                          "28;" + std::string(100'000, 'x'),
                                          std::string(100'000, '0'),
                                          "\r\n\r\n",
                                          "28\n" + body + "\n0\n\n"};
    for (const std::string& chunks : bodies)
        for (const char* more : {"", "Content-Length: 5\r\n"}) {
            RawClient client(world.port());
            client.send("POST /api/v1/visitors HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
                        std::string(more) + "Transfer-Encoding: chunked\r\n\r\n" + chunks + page);
            CHECK(client.status() == 411);
            CHECK(client.is_ended());
        }
    CHECK(goes_on(world));
}

TEST_CASE("a body that is shorter than was said is no request, and its place is free at once") {
    Limits limits;
    limits.connections_max = 4;
    World world(limits);
    for (int i = 0; i < 40; ++i) {
        RawClient client(world.port());
        client.send(unfinished);
        client.finish_sending();
        CHECK(client.is_ended());
    }
    CHECK(goes_on(world));
}

TEST_CASE("whoever breaks off, in the middle of a request or of its answer, costs nobody anything") {
    Limits limits;
    limits.connections_max = 16;
    World world(limits);
    Person visitor = world.visitor();
    for (int i = 0; i < 100; ++i)
        for (const std::string& start : {std::string(), page.substr(0, 9), unfinished, page, page + page + page}) {
            RawClient client(world.port());
            client.send(start);
            client.break_off();
        }
    CHECK(goes_on_soon(world));
    CHECK(visitor.get("/api/v1/me").status == 200);
}

TEST_CASE("a connection that is half open, since its client has gone without a word, is left in time") {
    Limits limits;
    limits.header_seconds_max = limits.body_seconds_max = 1;
    limits.connections_max = 3;
    World world(limits);
    RawClient head(world.port()), body(world.port()), other(world.port());
    head.send(page.substr(0, 9));
    body.send(unfinished);
    other.send(page);
    CHECK(other.status() == 200);
    for (RawClient* silent : {&head, &body}) {
        CHECK(silent->status() == 408);
        CHECK(silent->is_ended());
    }
    CHECK(goes_on_soon(world));
}

TEST_CASE("a request line or headers of megabytes are refused without being kept") {
    World world;
    forget_peak();
    const std::size_t before_kb = own_status("VmHWM");
    const std::string much(8 * 1024 * 1024, 'a');
    for (const auto& [start, status] :
         {std::pair("GET /", 414), std::pair("GET / HTTP/1.1\r\nHost: x\r\nA: ", 431), std::pair("", 414)}) {
        RawClient client(world.port());
        client.send(start);
        client.send(much.substr(0, 1024 * 1024));
        CHECK(client.status() == status);
        while (client.send(much)) continue;
    }
    CHECK(own_status("VmHWM") - before_kb < 16 * 1024);
    CHECK(goes_on(world));
}

TEST_CASE("pipelined requests are answered in their order, up to the one that is refused") {
    World world;
    RawClient client(world.port());
    std::string many;
    for (int i = 0; i < 100; ++i) many += page;
    client.send(many + "GET /login HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc" + page);
    for (int i = 0; i < 100; ++i) CHECK(client.status() == 200);
    CHECK(client.status() == 400);
    CHECK(client.is_ended());
    CHECK(goes_on(world));
}

TEST_CASE("those who stop reading a stream delay nobody else's, and are held at little memory") {
    World world;
    Person visitor = world.visitor(), ana = world.ana();
    std::string request = "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n";
    for (const auto& [name, value] : ana.headers()) request += name + ": " + value + "\r\n";
    RawClient awake(world.port());
    awake.send(request + "\r\n");
    awake.receive_until("event: me");
    std::vector<double> waits_ms;
    // A chat that the one who reads hears of, message by message. Returns how much more memory was in use.
    const auto chat_kb = [&] {
        forget_peak();
        const std::size_t before_kb = own_status("VmHWM");
        const std::string chat = visitor.starts_chat("hello");
        waits_ms.clear();
        for (int i = 0; i < 120; ++i) {
            const std::string text = "message " + std::to_string(i) + ' ' + std::string(3'000, 'x');
            const Json said = visitor.command(chat, {step("receive", text)});
            REQUIRE(visitor.post("/api/v1/commands", visitor.envelope({said}, world.position())).status == 200);
            const Ticks committed = ticks();
            awake.receive_until(text);
            waits_ms.push_back(std::chrono::duration<double, std::milli>(ticks() - committed).count());
        }
        std::sort(waits_ms.begin(), waits_ms.end());
        return own_status("VmHWM") - before_kb;
    };
    const std::size_t alone_kb = chat_kb();
    std::vector<RawClient> deaf;
    for (int i = 0; i < 20; ++i) deaf.emplace_back(world.port(), 4096).send(request + "\r\n");
    const std::size_t beside_kb = chat_kb();
    std::printf("beside 20 who do not read: the other's wait %.2f ms, the longest %.2f ms; %zu KiB (alone %zu KiB)\n",
                waits_ms[60], waits_ms.back(), beside_kb, alone_kb);
    CHECK(waits_ms[60] < 20);
    CHECK(waits_ms.back() < 500);
    CHECK(beside_kb < alone_kb + 16 * 1024);
}

}  // namespace wrapup::server::test
