#include "server/http/origins.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "server/json.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t host_bytes_max = 253;
constexpr std::size_t label_bytes_max = 63;

struct Scheme {
    std::string_view name;
    std::uint16_t port;  // Its own.
};
constexpr std::array schemes{Scheme{"https", 443}, Scheme{"http", 80}};

Malformed not_an_origin() { return {"origins", "expected addresses like https://www.example.com, without a path"}; }

// As in ASCII: any other letter is no part of an origin.
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

// Takes "scheme://" off the text.
const Scheme& take_scheme(std::string_view& text) {
    for (const Scheme& scheme : schemes) {
        const std::string start = std::string(scheme.name) + "://";
        const std::string_view said = text.substr(0, start.size());
        if (!std::equal(said.begin(), said.end(), start.begin(), start.end(),
                        [](char a, char b) { return small(a) == b; }))
            continue;
        text.remove_prefix(start.size());
        return scheme;
    }
    throw not_an_origin();
}

bool is_label(std::string_view label) {
    const auto fits = [](char c) { return is_letter_or_digit(c) || c == '-'; };
    return !label.empty() && label.size() <= label_bytes_max && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), fits);
}

bool is_domain(std::string_view host) {
    if (host.size() > host_bytes_max) return false;
    for (;;) {
        const auto dot = host.find('.');
        if (!is_label(host.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        host.remove_prefix(dot + 1);
    }
}

// What browsers take for a number between the last dot and the end, they take for an address of four bytes as a whole.
bool ends_in_a_number(std::string_view host) {
    const std::string_view last = host.substr(host.rfind('.') + 1);
    const bool is_hexadecimal = last.starts_with("0x");
    return is_hexadecimal || (!last.empty() && std::all_of(last.begin(), last.end(), is_digit));
}

// Four numbers, written as they are written shortest.
bool is_ipv4(const std::string& host) {
    in_addr address{};
    if (::inet_pton(AF_INET, host.c_str(), &address) != 1) return false;
    std::array<char, INET_ADDRSTRLEN> text{};
    return ::inet_ntop(AF_INET, &address, text.data(), text.size()) == host;
}

// Eight numbers without zeros in front, and :: for the longest row of zeros, as RFC 5952 and browsers have it.
std::string ipv6_text(const std::array<unsigned char, 16>& bytes) {
    constexpr std::size_t pieces = 8;
    const auto piece = [&](std::size_t i) { return (unsigned{bytes[2 * i]} << 8u) | bytes[2 * i + 1]; };
    std::size_t longest = 0, zeros_at = pieces;
    for (std::size_t i = 0; i < pieces; ++i) {
        std::size_t length = 0;
        while (i + length < pieces && piece(i + length) == 0) ++length;
        if (length > std::max<std::size_t>(longest, 1)) (longest = length, zeros_at = i);
    }
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) {
        if (i == zeros_at) {
            text += "::";
            i += longest - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':') text += ':';
        std::array<char, 4> digits{};
        text.append(digits.data(), std::to_chars(digits.begin(), digits.end(), piece(i), 16).ptr);
    }
    return text;
}

// Takes "[address]" off the text.
std::string take_ipv6(std::string_view& text) {
    const auto end = text.find(']');
    std::array<unsigned char, 16> bytes{};
    const std::string inside(text.substr(1, end == std::string_view::npos ? end : end - 1));
    if (end == std::string_view::npos || ::inet_pton(AF_INET6, inside.c_str(), bytes.data()) != 1)
        throw not_an_origin();
    text.remove_prefix(end + 1);
    return '[' + ipv6_text(bytes) + ']';
}

// Takes the host off the text.
std::string take_host(std::string_view& text) {
    if (text.starts_with('[')) return take_ipv6(text);
    const std::string_view said = text.substr(0, text.find_first_of(":/"));
    text.remove_prefix(said.size());
    std::string host(said);
    std::transform(host.begin(), host.end(), host.begin(), small);
    if (std::any_of(host.begin(), host.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80u) != 0; }))
        throw Malformed("origins",
                        "expected names in other letters in their form for machines, as in xn--bcher-kva.example");
    const bool fits = ends_in_a_number(host) ? is_ipv4(host) : is_domain(host);
    if (!fits) throw not_an_origin();
    return host;
}

// Takes ":port" off the text, if it begins with one.
std::optional<std::uint16_t> take_port(std::string_view& text) {
    if (!text.starts_with(':')) return std::nullopt;
    const std::string_view digits = text.substr(1, text.find('/', 1) - 1);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port == 0) throw not_an_origin();
    text.remove_prefix(1 + digits.size());
    return port;
}

}  // namespace

std::string origin_from(std::string_view text) {
    if (text.size() > origin_bytes_max) throw not_an_origin();
    const Scheme& scheme = take_scheme(text);
    std::string origin = std::string(scheme.name) + "://" + take_host(text);
    const std::uint16_t port = take_port(text).value_or(scheme.port);
    if (!text.empty() && text != "/") throw not_an_origin();
    return port == scheme.port ? origin : origin + ':' + std::to_string(port);
}

std::vector<std::string> origins_from(const std::vector<std::string>& texts) {
    if (texts.size() > origins_max) throw Malformed("origins", "expected at most 20 addresses");
    std::vector<std::string> origins;
    for (const std::string& text : texts) {
        std::string origin = origin_from(text);
        if (std::find(origins.begin(), origins.end(), origin) == origins.end()) origins.push_back(std::move(origin));
    }
    return origins;
}

}  // namespace wrapup::server
