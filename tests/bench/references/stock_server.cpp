// The HTTP library's own server, tuned, which answers everything with one file and the headers of another: as many
// threads as there may be clients, no delay of small packets, and connections that last. Usage:
// stock_server BODY HEADERS
#include <httplib.h>

#include <fstream>
#include <limits>
#include <sstream>

#include "tests/bench/references/listening.hpp"

namespace {

constexpr std::size_t threads = 96;

std::string text_of(const char* file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

// Lines of a name, a colon, a space, and a value.
httplib::Headers headers_of(const char* file) {
    httplib::Headers headers;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (const auto colon = line.find(": "); colon != std::string::npos)
            headers.emplace(line.substr(0, colon), line.substr(colon + 2));
    return headers;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return EXIT_FAILURE;
    const std::string body = text_of(argv[1]);
    httplib::Headers headers = headers_of(argv[2]);
    const auto type = headers.find("Content-Type");
    const std::string content_type = type == headers.end() ? "text/plain" : type->second;
    headers.erase("Content-Type");

    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(std::numeric_limits<std::size_t>::max());
    server.Get("/login", [&](const httplib::Request&, httplib::Response& response) {
        for (const auto& [name, value] : headers) response.set_header(name, value);
        response.set_content(body, content_type);
    });
    wrapup::bench::say_listening(server.bind_to_any_port("127.0.0.1"));
    server.listen_after_bind();
}
