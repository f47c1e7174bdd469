#include "server/http/head_judge.hpp"

#include <random>

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

constexpr std::size_t header_bytes_max = Limits{}.header_bytes_max;
constexpr std::size_t body_bytes_max = Limits{}.body_bytes_max;

std::string times(std::size_t n, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < n; ++i) all += text;
    return all;
}

// A head with these lines after the request line and a Host.
std::string get(const std::string& headers) { return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n"; }
std::string post(const std::string& headers) { return "POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n"; }
std::string line(const std::string& request_line) { return request_line + "\r\nHost: a\r\n\r\n"; }

struct Passes {
    const char* rule;
    std::string head;
    std::size_t body_bytes = 0;
};

struct Refused {
    const char* rule;
    std::string head;
    Problem problem;
};

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::size_t lines_named(const std::string& head, const std::string& name) {
    std::size_t found = 0;
    for (auto at = head.find("\r\n" + name); at != std::string::npos; at = head.find("\r\n" + name, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a head that is well formed passes with the length of its body") {
    const std::string path_at_limit = "/" + std::string(target_bytes_max - 1, 'a');
    const std::vector<Passes> table{
        {"a plain request", get("")},
        {"a query, and what is percent-encoded", line("GET /a?b=%20&c=d;e HTTP/1.1")},
        {"methods without a body", line("OPTIONS /a HTTP/1.1")},
        {"HEAD", line("HEAD /a HTTP/1.1")},
        {"HTTP/1.0 with its host", line("GET / HTTP/1.0")},
        {"HTTP/1.0 without one", "GET / HTTP/1.0\r\n\r\n"},
        {"a body of known length", post("Content-Length: 17\r\n"), 17},
        {"names in any case, values with space around them", post("cOnTeNt-LeNgTh: \t 17 \r\n"), 17},
        {"POST without a body", post("")},
        {"DELETE with a body", "DELETE / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n", 2},
        {"GET that says it has no body", get("Content-Length: 0\r\n")},
        {"the longest body", post("Content-Length: 1048576\r\n"), body_bytes_max},
        {"the longest target", line("GET " + path_at_limit + " HTTP/1.1")},
        {"the most headers", get(times(headers_max - 1, "A: b\r\n"))},
        {"an empty value", get("A:\r\n")},
        {"a value with bytes beyond ASCII", get("A: \xc3\xa4\r\n")},
        {"a host with a port", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"},
        {"what may be ignored", get("Range: bytes=0-1\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n")},
    };
    for (const Passes& row : table) {
        CAPTURE(row.rule);
        CHECK(judge_head(row.head) == Verdict{std::nullopt, row.body_bytes});
    }
}

TEST_CASE("a head is refused by the first rule that it breaks") {
    const std::string path_too_long = "/" + std::string(target_bytes_max, 'a');
    const std::vector<Refused> table{
        {"no end", "GET / HTTP/1.1\r\nHost: a\r\n", Problem::malformed},
        {"nothing but the end", "\r\n\r\n", Problem::malformed},
        {"an empty line first", "\r\n" + get(""), Problem::malformed},
        {"two words", line("GET /"), Problem::malformed},
        {"one word", line("GET"), Problem::malformed},
        {"two spaces", line("GET  / HTTP/1.1"), Problem::malformed},
        {"a space in the target", line("GET /a b HTTP/1.1"), Problem::malformed},
        {"a space at the end", line("GET / HTTP/1.1 "), Problem::malformed},
        {"a tab for a space", line("GET\t/ HTTP/1.1"), Problem::malformed},
        {"a target without a slash", line("GET a HTTP/1.1"), Problem::malformed},
        {"an absolute target", line("GET http://a/ HTTP/1.1"), Problem::malformed},
        {"a fragment", line("GET /#a HTTP/1.1"), Problem::malformed},
        {"a target beyond ASCII", line("GET /\xc3\xa4 HTTP/1.1"), Problem::malformed},
        {"a null in the target", line(std::string("GET /\0 HTTP/1.1", 15)), Problem::malformed},
        {"a target that is too long", line("GET " + path_too_long + " HTTP/1.1"), Problem::target_too_long},
        {"another version", line("GET / HTTP/2.0"), Problem::unknown_version},
        {"another version's digits", line("GET / HTTP/1.10"), Problem::unknown_version},
        {"another protocol", line("GET / RTSP/1.0"), Problem::malformed},
        {"a method in small letters", line("get / HTTP/1.1"), Problem::unknown_method},
        {"CONNECT", line("CONNECT /a HTTP/1.1"), Problem::unknown_method},
        {"TRACE", line("TRACE / HTTP/1.1"), Problem::unknown_method},
        {"no host", "GET / HTTP/1.1\r\n\r\n", Problem::malformed},
        {"two hosts", get("host: a\r\n"), Problem::malformed},
        {"two hosts for HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", Problem::malformed},
        {"an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", Problem::malformed},
        {"two hosts in one", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", Problem::malformed},
        {"a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", Problem::malformed},
        {"a folded line", get("A: b\r\n c\r\n"), Problem::malformed},
        {"a line folded by a tab", get("A: b\r\n\tc\r\n"), Problem::malformed},
        {"a space before the first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", Problem::malformed},
        {"a header without a colon", get("A\r\n"), Problem::malformed},
        {"a header without a name", get(": b\r\n"), Problem::malformed},
        {"a space before the colon", get("A : b\r\n"), Problem::malformed},
        {"an underscore in a name", get("REMOTE_ADDR: 1.2.3.4\r\n"), Problem::malformed},
        {"a name beyond ASCII", get("\xc3\xa4: b\r\n"), Problem::malformed},
        {"a line feed by itself", get("A: b\nC: d\r\n"), Problem::malformed},
        {"a carriage return by itself", get("A: b\rC: d\r\n"), Problem::malformed},
        {"line feeds only", "GET / HTTP/1.1\nHost: a\n\r\n\r\n", Problem::malformed},
        {"a null in a value", get(std::string("A: \0\r\n", 6)), Problem::malformed},
        {"a delete in a value", get("A: \x7f\r\n"), Problem::malformed},
        {"chunks", post("Transfer-Encoding: chunked\r\n"), Problem::length_required},
        {"chunks after a length", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
         Problem::length_required},
        {"chunks that are none", post("Transfer-Encoding: identity\r\n"), Problem::length_required},
        {"chunks for GET", get("Transfer-Encoding: chunked\r\n"), Problem::length_required},
        {"gzip", post("Content-Encoding: gzip\r\n"), Problem::body_encoded},
        {"an expectation", post("Content-Length: 1\r\nExpect: 100-continue\r\n"), Problem::expectation},
        {"two lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n"), Problem::malformed},
        {"the same length twice", post("Content-Length: 3\r\nContent-Length: 3\r\n"), Problem::malformed},
        {"two lengths in one", post("Content-Length: 3, 3\r\n"), Problem::malformed},
        {"a signed length", post("Content-Length: +3\r\n"), Problem::malformed},
        {"a negative length", post("Content-Length: -3\r\n"), Problem::malformed},
        {"a hexadecimal length", post("Content-Length: 0x3\r\n"), Problem::malformed},
        {"an empty length", post("Content-Length:\r\n"), Problem::malformed},
        {"a body on GET", get("Content-Length: 3\r\n"), Problem::malformed},
        {"a body that is too long", post("Content-Length: 1048577\r\n"), Problem::body_too_large},
        {"a length beyond every number", post("Content-Length: " + std::string(99, '9') + "\r\n"),
         Problem::body_too_large},
        {"too many headers", get(times(headers_max, "A: b\r\n")), Problem::head_too_large},
        {"too long a head", get("A: " + std::string(header_bytes_max, 'b') + "\r\n"), Problem::head_too_large},
    };
    for (const Refused& row : table) {
        CAPTURE(row.rule);
        CHECK(judge_head(row.head).refused == row.problem);
    }
}

TEST_CASE("a head without an end is refused for what it is full of") {
    CHECK(judge_endless_head("GET /" + std::string(header_bytes_max, 'a')) == Problem::target_too_long);
    CHECK(judge_endless_head("GET / HTTP/1.1\r\nA: b") == Problem::head_too_large);
}

TEST_CASE("whatever passes has one host, one length, and nothing that others may read differently") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    const std::vector<std::string> pieces{
        "GET ", "POST ", "/",           " HTTP/1.1",      " HTTP/1.0",           "\r\n",    "\n",
        "\r",   " ",     "\t",          "Host: a",        "Content-Length: 3",   "A: b",    "_",
        ":",    "#",     "\r\nHost: a", "Content-Length", "Transfer-Encoding: ", "chunked", std::string(1, '\0')};
    int passed = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string head = below(2) == 0 ? get("A: b\r\n") : post("Content-Length: 3\r\n");
        for (std::size_t edits = below(3); edits > 0; --edits)
            head.replace(below(head.size()), below(3), pieces[below(pieces.size())]);
        head = head.substr(0, head.find(head_end)) + std::string(head_end);
        const Verdict verdict = judge_head(head);
        if (verdict.refused) continue;
        ++passed;
        CAPTURE(head);
        const std::string low = lowered(head);
        const bool sound = verdict.body_bytes <= body_bytes_max && lines_named(low, "transfer-encoding:") == 0 &&
                           lines_named(low, "transfer-encoding ") == 0 && lines_named(low, "content-length:") <= 1 &&
                           lines_named(low, "host:") <= 1 && lines_named(low, " ") == 0 &&
                           low.find('\0') == std::string::npos &&
                           lines_named(low, "") == static_cast<std::size_t>(std::count(low.begin(), low.end(), '\n')) &&
                           (verdict.body_bytes == 0 || low.rfind("post ", 0) == 0);
        if (!sound) FAIL("it passed");
    }
    CHECK(passed > 1'000);
}

}  // namespace wrapup::server::test
