// What a request can do to its server: the library's own, and ours.
#include "tests/support/stock.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t bomb_bytes = 64 * 1024 * 1024;

double peak_after(const Served& served, const std::function<void(RawClient&)>& attack) {
    served.wait(1s);
    const double before = served.peak_mib();
    RawClient client(served.port());
    attack(client);
    client.has_news_within(2s);
    return served.peak_mib() - before;
}

double memory_of_headers(const Served& served) {
    return peak_after(served, [](RawClient& client) {
        const std::string line = "A: " + std::string(4'000, 'a') + "\r\n";
        client.send("GET /a HTTP/1.1\r\nHost: x\r\n");
        for (std::size_t sent = 0; sent < bomb_bytes && client.send(line); sent += line.size()) continue;
        client.send("\r\n");
    });
}

double memory_of_chunks(const Served& served) {
    return peak_after(served, [](RawClient& client) {
        const std::string chunk = "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (std::size_t sent = 0; sent < bomb_bytes && client.send(chunk); sent += chunk.size()) continue;
        client.send("0\r\n\r\n");
    });
}

// So many bytes of the same kind, packed: one, and then the same 258 again and again (RFC 1951, 3.2.6).
std::string gzip_of(std::size_t bytes) {
    std::string packed("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    unsigned bits = 0, count = 0;
    const auto put = [&](unsigned value, unsigned length) {
        for (unsigned i = 0; i < length; ++i) {
            bits |= ((value >> i) & 1U) << count;
            if (++count < 8) continue;
            packed += static_cast<char>(bits);
            bits = count = 0;
        }
    };
    put(0b011, 3);        // The last block, with the codes that everybody knows.
    put(0b1000'1001, 8);  // A literal 'a' is 10010001, most significant bit first.
    for (std::size_t i = 0; i < bytes / 258; ++i) {
        put(0b1010'0011, 8);  // Length 258 is 11000101.
        put(0, 5);            // From one byte before.
    }
    put(0, 7);  // The end.
    put(0, 8);
    return packed + std::string(8, '\0');
}

double memory_of_gzip(const Served& served) {
    return peak_after(served, [](RawClient& client) {
        const std::string body = gzip_of(bomb_bytes);
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body);
    });
}

// Everything that comes back, until nothing has come for a while.
std::string all_answers(const Served& served, const std::string& request) {
    RawClient client(served.port());
    client.send(request);
    return client.receive_all(500ms);
}

// Its head and its body come one after the other: what it has read at once, the library forgets by itself.
double answers_to_one(const Served& served) {
    RawClient client(served.port());
    client.send("GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(short_get.size()) + "\r\n\r\n");
    client.has_news_within(1s);
    client.send(short_get);
    const std::string all = client.receive_all(500ms);
    double answers = 0;
    for (auto at = all.find("HTTP/1.1 "); at != std::string::npos; at = all.find("HTTP/1.1 ", at + 1)) ++answers;
    return answers;
}

double bytes_per_byte(const Served& served) {
    std::string ranges = "bytes=0-";
    for (int i = 0; i < 300; ++i) ranges += ",0-";
    const std::string all = all_answers(served, "GET /text HTTP/1.1\r\nHost: x\r\nRange: " + ranges + "\r\n\r\n");
    return static_cast<double>(all.size()) / Served::text_bytes;
}

// Whether it still answers others.
double has_died(const Served& served, const std::string& request) {
    served.wait(1s);
    all_answers(served, request);
    return served.ends_within(500ms) ? 1 : 0;
}

double has(const Served& served, const std::string& request, const char* text) {
    return all_answers(served, request).find(text) != std::string::npos ? 1 : 0;
}

}  // namespace

TEST_CASE("stock: headers and bodies have no end") {
    compare({"headers without end", "memory for 64 MiB of them, MiB", 16, memory_of_headers, 18});
    compare({"chunks without end", "memory for 64 MiB of them, MiB", 16, memory_of_chunks, 18});
    compare({"gzip bomb", "memory for a body of 0.4 MiB, MiB", 16, memory_of_gzip});
}

TEST_CASE("stock: a body of GET is the next request") {
    compare({"smuggling", "answers to one request", 1, answers_to_one, 18});
}

TEST_CASE("stock: ranges make more of an answer than it is") {
    compare({"range bomb", "times the text's own length", 2, bytes_per_byte, 18});
}

TEST_CASE("stock: what a content provider throws ends the process") {
    compare({"exception in a provider", "processes dead", 0,
             [](const Served& served) { return has_died(served, "GET /throw HTTP/1.1\r\nHost: x\r\n\r\n"); }});
}

TEST_CASE("stock: a long path overflows the stack of a regular expression") {
    compare({"std::regex for routes", "processes dead of a path of 8 kB", 0, [](const Served& served) {
                 return has_died(served,
                                 "GET /conversations/" + std::string(8'100, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");
             }});
}

TEST_CASE("stock: percent signs are decoded in headers") {
    compare({"decoded headers", "line ends within a value", 0, [](const Served& served) {
                 return has(served, "GET /header HTTP/1.1\r\nHost: x\r\nX-A: before%0D%0Aafter\r\n\r\n",
                            "before\r\nafter");
             }});
}

TEST_CASE("stock: a header may say who is sending") {
    compare({"REMOTE_ADDR believed", "forged addresses", 0,
             [](const Served& served) {
                 return has(served, "GET /sender HTTP/1.1\r\nHost: x\r\nREMOTE_ADDR: 6.6.6.6\r\n\r\n", "6.6.6.6");
             },
             18});
}

}  // namespace wrapup::server::test
