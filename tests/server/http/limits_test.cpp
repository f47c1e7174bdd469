// What a client is told at each limit that the operator may set.
#include "server/limits.hpp"

#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

Connections::Limits with(std::size_t Limits::*limit, std::size_t value) {
    Limits limits;
    limits.*limit = value;
    return limits;
}

std::string stream_of(const Person& person, const std::string& more = {}) {
    std::string request = "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n" + more;
    for (const auto& [name, value] : person.headers()) request += name + ": " + value + "\r\n";
    return request + "\r\n";
}

// The answer's status; where it is a refusal, with the word that it is not for ever.
std::string answer_to(RawClient& client, const std::string& request) {
    client.send(request);
    const std::string answer = client.answer();
    const bool may_retry = answer.find("\r\nRetry-After: ") != std::string::npos;
    return answer.substr(9, 3) + (may_retry ? " later" : "");
}

// One who is told 200, once there is room again.
void come_in(World& world, const std::string& request) {
    for (const Ticks end = ticks() + 10s; ticks() < end; std::this_thread::sleep_for(10ms)) {
        RawClient client(world.port());
        if (answer_to(client, request) == "200") return;
    }
    FAIL("there is no room");
}

}  // namespace

TEST_CASE("streams have a limit in all, and their places are given back") {
    World world(with(&Limits::streams_max, 2));
    Person ana = world.ana(), ben = world.ben();
    {
        RawClient a(world.port()), b(world.port()), c(world.port());
        CHECK(answer_to(a, stream_of(ana)) == "200");
        CHECK(answer_to(b, stream_of(ben)) == "200");
        CHECK(answer_to(c, stream_of(ben)) == "503 later");
        CHECK(ana.get("/api/v1/me").status == 200);
    }
    come_in(world, stream_of(ben));
}

TEST_CASE("nobody has more streams than one may, and others have theirs") {
    World world(with(&Limits::streams_per_user_max, 2));
    Person ana = world.ana(), visitor = world.visitor(), other = world.visitor();
    for (const Person* person : {&ana, &visitor}) {
        RawClient a(world.port()), b(world.port()), c(world.port()), d(world.port());
        CHECK(answer_to(a, stream_of(*person)) == "200");
        CHECK(answer_to(b, stream_of(*person)) == "200");
        CHECK(answer_to(c, stream_of(*person)) == "429 later");
        CHECK(answer_to(d, stream_of(other)) == "200");
    }
    come_in(world, stream_of(ana));
}

TEST_CASE("streams are counted by the address that a trusted proxy tells, and by nobody else's word") {
    Connections::Limits limits = with(&Limits::streams_per_address_max, 1);
    limits.proxies.trust(Network::from("127.0.0.1").value());
    World behind(limits);
    Person ana = behind.ana();
    const auto from = [&](const std::string& address) {
        return stream_of(ana, "X-Forwarded-For: " + address + "\r\n");
    };
    RawClient a(behind.port()), b(behind.port()), c(behind.port()), d(behind.port()), e(behind.port()),
        f(behind.port());
    CHECK(answer_to(a, from("1.2.3.4")) == "200");
    CHECK(answer_to(b, from("1.2.3.4")) == "429 later");
    CHECK(answer_to(b, from("9.9.9.9\r\nX-Forwarded-For: 1.2.3.4")) == "429 later");
    CHECK(answer_to(b, from("9.9.9.9, 1.2.3.4")) == "429 later");
    CHECK(answer_to(c, from("1.2.3.4, 5.6.7.8")) == "200");
    CHECK(answer_to(d, from("2001:db8::1")) == "200");
    CHECK(answer_to(b, from("2001:db8::2")) == "429 later");
    CHECK(answer_to(e, stream_of(ana)) == "200");
    CHECK(answer_to(f, from("nobody")) == "200");

    World without(with(&Limits::streams_per_address_max, 1));
    Person ben = without.ben();
    RawClient g(without.port()), h(without.port());
    for (RawClient* client : {&g, &h})
        CHECK(answer_to(*client, stream_of(ben, "X-Forwarded-For: 1.2.3.4\r\n")) == "200");
}

TEST_CASE("a proxy's connections are not counted as those of one address") {
    Connections::Limits limits = with(&Limits::connections_per_address_max, 1);
    limits.own_machine = Connections::Limits::OwnMachine::counts;
    limits.proxies.trust(Network::from("127.0.0.0/8").value());
    World world(limits);
    const std::string page = "GET /login HTTP/1.1\r\nHost: x\r\n\r\n";
    RawClient a(world.port()), b(world.port());
    CHECK(answer_to(a, page) == "200");
    CHECK(answer_to(b, page) == "200");
}

TEST_CASE("the limits of headers and bodies are those that were told") {
    Limits limits;
    limits.header_bytes_max = 1'024;
    limits.body_bytes_max = 2'048;
    World world(limits);
    const auto page_with = [](std::size_t bytes) {
        return "GET /login HTTP/1.1\r\nHost: x\r\nA: " + std::string(bytes, 'a') + "\r\n\r\n";
    };
    const auto post = [](std::size_t bytes) {
        return "POST /api/v1/visitors HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
               std::to_string(bytes) + "\r\n\r\n" + std::string(bytes, ' ');
    };
    const auto answer_alone = [&](const std::string& request) {
        RawClient client(world.port());
        return answer_to(client, request);
    };
    const std::size_t rest = 1'024 - page_with(0).size();
    CHECK(answer_alone(page_with(rest)) == "200");
    CHECK(answer_alone(page_with(rest + 1)) == "431");
    CHECK(answer_alone(post(2'048)) == "400");
    CHECK(answer_alone(post(2'049)) == "413");
}

TEST_CASE("who is slower than was told is told so") {
    Limits limits;
    limits.header_seconds_max = 1;
    limits.body_seconds_max = 2;
    World world(limits);
    RawClient head(world.port()), body(world.port());
    head.send("GET /login HTT");
    body.send("POST /api/v1/visitors HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
    const Ticks start = ticks();
    CHECK(head.status() == 408);
    CHECK(ticks() - start < 1'900ms);
    CHECK(body.status() == 408);
    CHECK(ticks() - start >= 2s);
}

}  // namespace wrapup::server::test
