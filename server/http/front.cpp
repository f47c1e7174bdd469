#include "server/http/front.hpp"

#include <sys/socket.h>

#include "server/http/errors.hpp"
#include "server/log.hpp"

namespace wrapup::server {
namespace {

constexpr const char* every_path = ".*";

void write(const Answer& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    if (answer.stream)
        response.set_chunked_content_provider(
            answer.content_type, [more = answer.stream](std::size_t, httplib::DataSink& sink) { return more(sink); });
    else if (!answer.content_type.empty())
        response.set_content(answer.body, answer.content_type);
}

void add_security_headers(httplib::Response& response) {
    response.set_header("X-Content-Type-Options", "nosniff");
    if (!response.has_header("Cross-Origin-Resource-Policy"))
        response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

// SO_REUSEPORT, which the library sets by default, would let a second process share the port without a word.
void allow_quick_restart(socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

struct Body {
    std::string text;
    std::optional<Problem> problem;
};

// Reads the whole body, so that the rest of it is not taken for the next request, but keeps no more than the limit:
// the library applies it only to bodies that say their length.
Body whole_body(const httplib::Request& request, const httplib::Response& response,
                const httplib::ContentReader& read) {
    Body body;
    const auto take = [&](const char* data, std::size_t size) {
        if (body.text.size() + size > Front::body_bytes_max) body.problem = Problem::body_too_large;
        if (!body.problem) body.text.append(data, size);
        return true;
    };
    // Multipart is no type of ours; the library wants to take it apart all the same.
    const bool complete = request.is_multipart_form_data()
                              ? read([](const httplib::MultipartFormData&) { return true; }, take)
                              : read(take);
    constexpr int refused_by_length = 413;
    if (!complete) body.problem = response.status == refused_by_length ? Problem::body_too_large : Problem::malformed;
    return body;
}

}  // namespace

Front::Front(Service& service, Pages pages) : service_(service), pages_(pages) {
    limit();
    take_requests();
    answer_by_itself();
}

std::optional<int> Front::bind(const std::string& host, int port) {
    const int bound = port == 0 ? server_.bind_to_any_port(host) : server_.bind_to_port(host, port) ? port : -1;
    if (bound <= 0) return std::nullopt;
    pages_.port = bound;
    return bound;
}

void Front::stop() {
    service_.hub.close();
    server_.stop();
}

void Front::limit() {
    server_.new_task_queue = [] { return new httplib::ThreadPool(threads_max); };
    server_.set_tcp_nodelay(true);
    server_.set_socket_options(allow_quick_restart);
    server_.set_keep_alive_max_count(requests_max);
    server_.set_keep_alive_timeout(idle_s_max);
    server_.set_read_timeout(idle_s_max);
    server_.set_payload_max_length(body_bytes_max);
    server_.set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
        // A server may ignore Range (RFC 9110, 14.2). The library would cut any answer into any number of pieces.
        const_cast<httplib::Request&>(request).ranges.clear();
        if (request.target.size() <= target_bytes_max) return httplib::Server::HandlerResponse::Unhandled;
        write(problem_answer(Problem::target_too_long), response);
        return httplib::Server::HandlerResponse::Handled;
    });
    server_.set_post_routing_handler(
        [](const httplib::Request&, httplib::Response& response) { add_security_headers(response); });
}

void Front::take_requests() {
    const auto without_body = [this](const httplib::Request& request, httplib::Response& response) {
        write(answer(request, {}, service_, pages_), response);
    };
    const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& read) {
        const Body body = whole_body(request, response, read);
        if (body.problem) return write(problem_answer(*body.problem), response);
        write(answer(request, body.text, service_, pages_), response);
    };
    server_.Get(every_path, without_body).Options(every_path, without_body);
    server_.Post(every_path, with_body).Put(every_path, with_body).Patch(every_path, with_body);
    server_.Delete(every_path, with_body);
}

void Front::answer_by_itself() {
    server_.set_exception_handler(
        [](const httplib::Request& request, httplib::Response& response, std::exception_ptr thrown) {
            try {
                std::rethrow_exception(thrown);
            } catch (const Malformed& malformed) {
                write(problem_answer(Problem::malformed, malformed.what(), malformed.field), response);
            } catch (...) {
                const std::string id = log_fault(name_of_route(request), std::current_exception());
                write(problem_answer(Problem::fault, "Something went wrong: " + id), response);
            }
            add_security_headers(response);
        });
    server_.set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (!response.body.empty()) return;
        response.set_content(problem_body(response.status, "Request refused"), "application/problem+json");
        add_security_headers(response);
    });
}

}  // namespace wrapup::server
