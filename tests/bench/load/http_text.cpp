#include "tests/bench/load/http_text.hpp"

#include <charconv>
#include <stdexcept>

namespace wrapup::bench {
namespace {

constexpr std::string_view head_end = "\r\n\r\n", length_name = "\r\nContent-Length: ";

std::string head_of(std::string_view method, std::string_view path, std::string_view header) {
    std::string head(method);
    head.append(" ").append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    return header.empty() ? head : head.append(header).append("\r\n");
}

}  // namespace

std::string get_request(std::string_view path, std::string_view header) {
    return head_of("GET", path, header) + "\r\n";
}

std::string post_request(std::string_view path, std::string_view header, std::string_view json) {
    return head_of("POST", path, header)
        .append("X-Wrapup: 1\r\nContent-Type: application/json\r\nContent-Length: ")
        .append(std::to_string(json.size()))
        .append(head_end)
        .append(json);
}

std::string_view whole_answer(std::string_view received) {
    const auto end = received.find(head_end);
    if (end == std::string_view::npos) return {};
    const auto found = received.find(length_name);
    if (found > end) throw std::runtime_error("an answer without its length: " + std::string(received.substr(0, end)));
    const char* digits = received.data() + found + length_name.size();
    std::size_t body_bytes = 0;
    std::from_chars(digits, received.data() + end, body_bytes);
    const std::size_t bytes = end + head_end.size() + body_bytes;
    return received.size() < bytes ? std::string_view{} : received.substr(0, bytes);
}

std::string_view body_of(std::string_view answer) { return answer.substr(answer.find(head_end) + head_end.size()); }

void must_be_ok(std::string_view answer) {
    if (!answer.starts_with("HTTP/1.1 200 ")) throw std::runtime_error("refused: " + std::string(answer));
}

}  // namespace wrapup::bench
