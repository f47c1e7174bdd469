// What whoever keeps the server running asks it: does the process live, can it serve, how much does it do.
#include <sodium.h>

#include <array>

#include "server/http/errors.hpp"
#include "server/http/exchange.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/metrics_text.hpp"
#include "server/room.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view bearer = "Bearer ";

// With one of these, somebody has passed the request on. Who asks by himself has no reason to send any.
constexpr std::array signs_of_a_proxy{"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
                                      "X-Real-IP",       "Forwarded",        "Via"};

bool comes_from_this_machine(const httplib::Request& request) {
    const auto address = address_from(request.remote_addr);
    return address && address->of_this_machine &&
           std::none_of(signs_of_a_proxy.begin(), signs_of_a_proxy.end(),
                        [&](const char* sign) { return request.has_header(sign); });
}

bool shows(const httplib::Request& request, const std::string& token) {
    const std::string header = request.get_header_value("Authorization");
    if (!header.starts_with(bearer)) return false;
    const std::string shown = hash_of_token(std::string_view(header).substr(bearer.size())),
                      right = hash_of_token(token);
    return sodium_memcmp(shown.data(), right.data(), right.size()) == 0;
}

bool may_read_metrics(const Ask& ask) {
    const std::string& token = ask.pages.metrics_token;
    return token.empty() ? comes_from_this_machine(ask.http) : shows(ask.http, token);
}

bool database_answers(Service& service) {
    try {
        const Reading reading(service.database);
        return EventLog(*reading).position() >= 0;
    } catch (const std::exception&) {
        return false;
    }
}

Looked look(Service& service) {
    const auto volumes = [&] {
        const Reading reading(service.database);
        return volumes_of(*reading);
    }();
    const auto& file = service.database.file();
    return {volumes, own_process(), bytes_of_file(file), bytes_of_file(file.string() + "-wal"), room_beside(file)};
}

Answer plain(std::string text) {
    return {200, "text/plain; version=0.0.4; charset=utf-8", std::move(text), {{"Cache-Control", "no-store"}}};
}

}  // namespace

Answer health(const Ask&) { return plain("ok\n"); }

Answer readiness(const Ask& ask) {
    const bool database = database_answers(ask.service), writer = !ask.service.inbox.is_stuck(ticks()),
               disk = room_beside(ask.service.database.file()) >= room_bytes_min;
    const auto word = [](bool is_well, const char* otherwise) { return is_well ? "ok" : otherwise; };
    const Json body{{"database", word(database, "does not answer")},
                    {"writer", word(writer, "is stuck")},
                    {"disk", word(disk, "is full")}};
    constexpr int unavailable = 503;
    return json_answer(body, database && writer && disk ? 200 : unavailable);
}

Answer metrics_page(const Ask& ask) {
    if (!may_read_metrics(ask)) return problem_answer(Problem::unknown_page);
    return plain(metrics_text(metrics, look(ask.service), [](std::size_t number) {
        const RouteName name = name_of_route(number);
        return std::pair(name.method, name.path);
    }));
}

}  // namespace wrapup::server
