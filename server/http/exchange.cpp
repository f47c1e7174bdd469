#include "server/http/exchange.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>

#include "server/http/routes.hpp"
#include "server/ids.hpp"
#include "server/log.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t given_bytes_min = 8, given_bytes_max = 64;
// Told also where requests are not. Who is refused for want of room is only counted: strangers could fill the log.
constexpr int fault = 500;

bool looks_like_a_name(std::string_view given) {
    const auto is_in_name = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    };
    return given.size() >= given_bytes_min && given.size() <= given_bytes_max &&
           std::all_of(given.begin(), given.end(), is_in_name);
}

// Of "HTTP/1.1 200 OK".
int status_of(std::string_view answer) {
    constexpr std::size_t begin = 9, size = 3;
    int status = 0;
    if (answer.size() >= begin + size) std::from_chars(answer.data() + begin, answer.data() + begin + size, status);
    return status;
}

}  // namespace

// Of this process, and counted: asking for random bytes each time would cost more than the rest.
std::string new_request_name() {
    static const std::string of_process = random_letters(8);
    static std::atomic<std::uint64_t> count = 0;
    return of_process + '-' + std::to_string(count.fetch_add(1, std::memory_order_relaxed) + 1);
}

std::string name_request(const Proxies& proxies, const Address& peer, std::string_view given) {
    return proxies.trusts(peer) && looks_like_a_name(given) ? std::string(given) : new_request_name();
}

void note(const Exchange& exchange, std::string_view answer) {
    const int status = status_of(answer);
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(ticks() - exchange.began);
    metrics.routes[exchange.route].add(status, static_cast<std::uint64_t>(taken.count()));
    if (!logs_requests() && status != fault) return;
    const RouteName name = name_of_route(exchange.route);
    log_request({exchange.id, name.method, name.path, status, taken, answer.size()});
}

}  // namespace wrapup::server
