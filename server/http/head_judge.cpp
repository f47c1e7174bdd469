#include "server/http/head_judge.hpp"

#include <algorithm>
#include <array>

namespace wrapup::server {
namespace {

constexpr bool is_one_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_visible(char c) { return c > ' ' && c < '\x7f'; }
constexpr bool is_in_value(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f'); }
constexpr bool is_in_host(char c) { return is_digit(c) || is_letter(c) || is_one_of(c, "-.:[]_~"); }
constexpr bool is_in_target(char c) { return is_visible(c) && c != '#'; }

// A token of RFC 9110 without '_': gateways take "A_B" and "A-B" for the same name, and the library puts what it knows
// of the client under names with '_'.
constexpr bool is_in_name(char c) { return is_digit(c) || is_letter(c) || is_one_of(c, "!#$%&'*+-.^`|~"); }

template <typename Is>
bool all(std::string_view text, Is is) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is);
}

struct Method {
    std::string_view name;
    bool has_body;
};
constexpr std::array methods{Method{"GET", false},  Method{"HEAD", false}, Method{"OPTIONS", false},
                             Method{"POST", true},  Method{"PUT", true},   Method{"PATCH", true},
                             Method{"DELETE", true}};

// The one address that takes more than others do.
bool brings_a_file(std::string_view path) {
    return path.starts_with("/api/v1/conversations/") && path.ends_with("/attachments");
}

class Judge {
public:
    explicit Judge(const Limits& limits) : limits_(limits), body_bytes_max_(limits.body_bytes_max) {}

    std::optional<Problem> request_line(std::string_view line) {
        const std::string_view name = up_to(" ", line);
        const std::size_t last_space = line.rfind(' ');
        if (last_space == std::string_view::npos || last_space == name.size()) return Problem::malformed;
        const std::string_view target = line.substr(name.size() + 1, last_space - name.size() - 1);
        const std::string_view version = line.substr(last_space + 1);
        if (!all(name, is_in_name) || !all(target, is_in_target) || target.front() != '/') return Problem::malformed;
        if (target.size() > target_bytes_max) return Problem::target_too_long;
        if (version.rfind("HTTP/", 0) != 0) return Problem::malformed;
        if (version != "HTTP/1.1" && version != "HTTP/1.0") return Problem::unknown_version;
        host_needed_ = version == "HTTP/1.1";
        const auto method =
            std::find_if(methods.begin(), methods.end(), [&](const Method& m) { return m.name == name; });
        if (method == methods.end()) return Problem::unknown_method;
        takes_body_ = method->has_body;
        if (brings_a_file(up_to("?", target))) body_bytes_max_ = limits_.file_bytes_max;
        return std::nullopt;
    }

    std::optional<Problem> header(std::string_view line) {
        if (++headers_ > headers_max) return Problem::head_too_large;
        const std::string_view name = up_to(":", line);
        if (name.size() == line.size() || !all(name, is_in_name)) return Problem::malformed;
        const std::string_view value = trimmed(line.substr(name.size() + 1));
        if (!std::all_of(value.begin(), value.end(), is_in_value)) return Problem::malformed;
        if (equal_but_for_case(name, "transfer-encoding")) return Problem::length_required;
        if (equal_but_for_case(name, "content-encoding")) return Problem::body_encoded;
        if (equal_but_for_case(name, "expect")) return Problem::expectation;
        if (equal_but_for_case(name, "host")) return host(value);
        if (equal_but_for_case(name, "content-length")) return length(value);
        return std::nullopt;
    }

    Verdict verdict() const {
        if (host_needed_ && !host_seen_) return {Problem::malformed};
        if (!takes_body_ && body_bytes_ > 0) return {Problem::malformed};
        if (body_bytes_ > body_bytes_max_) return {Problem::body_too_large};
        return {std::nullopt, body_bytes_};
    }

private:
    std::optional<Problem> host(std::string_view value) {
        if (host_seen_ || !all(value, is_in_host)) return Problem::malformed;
        host_seen_ = true;
        return std::nullopt;
    }

    std::optional<Problem> length(std::string_view value) {
        if (length_seen_ || !all(value, is_digit)) return Problem::malformed;
        length_seen_ = true;
        for (const char digit : value)
            body_bytes_ = std::min(body_bytes_ * 10 + static_cast<std::size_t>(digit - '0'), body_bytes_max_ + 1);
        return std::nullopt;
    }

    const Limits& limits_;
    std::size_t body_bytes_max_;
    std::size_t headers_ = 0;
    bool host_needed_ = false;
    bool host_seen_ = false;
    bool takes_body_ = false;
    bool length_seen_ = false;
    std::size_t body_bytes_ = 0;
};

}  // namespace

// Lines end where the first CR LF is: a CR or LF by itself is in no line that passes, nor is a folded one, which begins
// with a space.
Verdict judge_head(std::string_view head, const Limits& limits) noexcept {
    if (head.size() > limits.header_bytes_max) return {Problem::head_too_large};
    if (!head.ends_with(head_end)) return {Problem::malformed};
    head.remove_suffix(line_end.size());
    Judge judge(limits);
    std::string_view line = up_to(line_end, head);
    if (const auto problem = judge.request_line(line)) return {problem};
    for (head.remove_prefix(line.size() + line_end.size()); !head.empty();
         head.remove_prefix(line.size() + line_end.size())) {
        line = up_to(line_end, head);
        if (const auto problem = judge.header(line)) return {problem};
    }
    return judge.verdict();
}

Problem judge_endless_head(std::string_view start) noexcept {
    return start.find(line_end) == std::string_view::npos ? Problem::target_too_long : Problem::head_too_large;
}

}  // namespace wrapup::server
