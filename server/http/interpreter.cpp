#include "server/http/interpreter.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "server/http/exchange.hpp"
#include "server/http/header_text.hpp"
#include "server/http/routes.hpp"
#include "server/log.hpp"

namespace wrapup::server {
namespace {

constexpr int backlog_max = 4'096;    // Connections that nobody has accepted yet. The library's own is 5.
constexpr int wait_for_data_s = 10;   // Before a connection without a word is shown to us at all.
constexpr int idle_s_told = 60;       // In the header Keep-Alive.
constexpr int requests_told = 1'000;  // Likewise. A promise: nobody counts them, and the connection lives on after it.

// Without the flags of its package, the library's types have another size here than in the library itself.
#if defined(CPPHTTPLIB_OPENSSL_SUPPORT) && defined(CPPHTTPLIB_ZLIB_SUPPORT) && defined(CPPHTTPLIB_BROTLI_SUPPORT)
constexpr bool has_the_flags_of_its_package = true;
#else
constexpr bool has_the_flags_of_its_package = false;
#endif
static_assert(has_the_flags_of_its_package, "link PkgConfig::httplib wherever httplib.h is included");

// What the handler has answered to the request that this thread is working on, beyond what the library has a place for.
struct Beyond {
    std::shared_ptr<Pushed> pushed{};
    std::function<void(Resume)> parked{};
};
thread_local Beyond beyond_next;

// A head to read from, and a string to write to.
class Memory final : public httplib::Stream {
public:
    Memory(std::string_view in, const Address& from) : in_(in), from_(from) {}

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char* to, std::size_t size) override {
        const std::size_t n = std::min(size, in_.size());
        std::memcpy(to, in_.data(), n);
        in_.remove_prefix(n);
        return static_cast<ssize_t>(n);
    }
    ssize_t write(const char* from, std::size_t size) override {
        out.append(from, size);
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        ip = from_.text;
        port = from_.port;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        ip.clear();
        port = 0;
    }
    socket_t socket() const override { return INVALID_SOCKET; }

    std::string out;

private:
    std::string_view in_;
    const Address& from_;
};

// Headers that are for handlers alone: not in the head that the library reads, and gone from the request, which it
// shares with the handler, once that has answered. A server may ignore Range (RFC 9110, 14.2): the library would match
// it with a regular expression that goes as deep as it is long, and cut any answer into any number of pieces. For
// Accept-Encoding it would compress every answer anew, 32 KB in 64 ms.
constexpr std::array hidden_from_the_library{"range", "accept-encoding"};

std::string shown_to_the_library(std::string_view head) {
    std::string shown(up_to(line_end, head));
    shown.reserve(head.size());
    shown += line_end;
    for_each_header(head, [&](std::string_view name, std::string_view value) {
        const auto is_name = [&](const char* hidden) { return equal_but_for_case(name, hidden); };
        if (std::none_of(hidden_from_the_library.begin(), hidden_from_the_library.end(), is_name))
            shown.append(name).append(": ").append(value).append(line_end);
    });
    return shown += line_end;
}

// The headers as they came: the library has decoded percent signs in them, which are no code for anything there. One
// that comes several times is one list, in that order (RFC 9110, 5.3); the library may not keep it.
httplib::Headers headers_of(std::string_view head) {
    httplib::Headers headers;
    for_each_header(head, [&](std::string_view name, std::string_view value) {
        if (const auto known = headers.find(std::string(name)); known != headers.end())
            known->second.append(", ").append(value);
        else
            headers.emplace(name, value);
    });
    return headers;
}

// Without the copy that the library would make of it.
void put(std::string body, const std::string& content_type, httplib::Response& response) {
    response.body = std::move(body);
    response.set_header("Content-Type", content_type);
}

// What a handler has said itself stands: a file that somebody sent is shut in more tightly than any page.
void add_security_headers(httplib::Response& response, Guise guise, const std::vector<std::string>& frame_ancestors) {
    for (const auto& [name, value] : security_headers(guise, frame_ancestors))
        if (!response.has_header(name)) response.set_header(name, value);
}

void write(Answer answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    add_security_headers(response, answer.guise, answer.frame_ancestors);
    if (answer.pushed)
        response.set_content_provider(answer.content_type, [](std::size_t, httplib::DataSink& sink) {
            sink.done();
            return true;
        });
    else if (!answer.content_type.empty())
        put(std::move(answer.body), answer.content_type, response);
}

void name_the_request(httplib::Response& response) {
    if (!response.has_header("X-Request-Id")) response.set_header("X-Request-Id", InRequest::now());
}

// Its end is the end of the connection, and the library is to say so.
void make_last(httplib::Request& request) {
    request.headers.erase("Connection");
    request.set_header("Connection", "close");
}

// SO_REUSEPORT, which the library sets by default, would let a second process share the port without a word.
void allow_quick_restart(socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

// As the library would write it. The words after the status are for people, and nobody reads them.
Outbound outbound_of(const Answer& answer, bool keeps_open) {
    std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + (answer.status < 400 ? " OK" : " Refused");
    bytes += keeps_open ? "\r\n" : "\r\nConnection: close\r\n";
    for (const auto& [name, value] : answer.headers) bytes += name + ": " + value + "\r\n";
    bytes += "X-Request-Id: " + InRequest::now() + "\r\n";
    for (const auto& [name, value] : security_headers(answer.guise, answer.frame_ancestors))
        bytes += name + ": " + value + "\r\n";
    bytes += "Content-Type: " + answer.content_type + "\r\nContent-Length: " + std::to_string(answer.body.size()) +
             "\r\n\r\n" + answer.body;
    return {std::move(bytes), keeps_open};
}

Answer answer_to_fault(std::string_view where, const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const Malformed& malformed) {
        return problem_answer(Problem::malformed, malformed.what(), malformed.field);
    } catch (const PasswordsBusy&) {
        return problem_answer(Problem::busy, "Too many sign in at this moment. Come back in a moment.");
    } catch (const Interrupted&) {
        return problem_answer(Problem::busy);
    } catch (...) {
        return problem_answer(Problem::fault, "Something went wrong: " + log_fault(where, thrown));
    }
}

std::string name_of(const Inbound& inbound, const Proxies& proxies) {
    std::string_view given;
    for_each_header(inbound.head, [&](std::string_view name, std::string_view value) {
        if (equal_but_for_case(name, "x-request-id")) given = value;
    });
    return name_request(proxies, inbound.from, given);
}

// Only bytes: it has no stream to open, and does not wait once more.
Outbound finished(const Finish& finish, bool keeps_open, const Exchange& exchange) noexcept {
    const InRequest named(exchange.id);
    Answer answer;
    try {
        answer = finish();
    } catch (...) {
        answer = answer_to_fault("an answer that was parked", std::current_exception());
    }
    Outbound outbound = outbound_of(answer, keeps_open);
    note(exchange, outbound.bytes);
    return outbound;
}

Outbound waiting_for(const std::function<void(Resume)>& parked, bool keeps_open, const Exchange& exchange) {
    Outbound outbound;
    outbound.parked = [parked, keeps_open, exchange](const std::function<void(Outbound::Rest)>& hand_on) {
        parked([hand_on, keeps_open, exchange](Finish finish) {
            hand_on(
                [finish = std::move(finish), keeps_open, exchange] { return finished(finish, keeps_open, exchange); });
        });
    };
    return outbound;
}

}  // namespace

Outbound refusal(Problem problem) {
    const Exchange exchange{new_request_name(), ticks()};
    const InRequest named(exchange.id);
    Outbound outbound = outbound_of(problem_answer(problem), false);
    note(exchange, outbound.bytes);
    return outbound;
}

Interpreter::Interpreter(Handler handler, Proxies proxies) : proxies_(std::move(proxies)) {
    set_keep_alive_timeout(idle_s_told);
    set_keep_alive_max_count(requests_told);
    set_socket_options(allow_quick_restart);
    // Before routing, since each of the library's routes is a regular expression that goes as deep as the path is long.
    set_pre_routing_handler(
        [handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
            Answer answer = handler(request);
            beyond_next = {answer.pushed, std::move(answer.parked)};
            auto& of_library = const_cast<httplib::Request&>(request);
            for (const char* name : hidden_from_the_library) of_library.headers.erase(name);
            if (answer.pushed) make_last(of_library);
            write(std::move(answer), response);
            return HandlerResponse::Handled;
        });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) { name_the_request(response); });
    answer_by_itself();
}

void Interpreter::answer_by_itself() {
    set_exception_handler([](const httplib::Request& request, httplib::Response& response, std::exception_ptr thrown) {
        const RouteName name = name_of_route(number_of_route(request));
        write(answer_to_fault(std::string(name.method) + ' ' + std::string(name.path), thrown), response);
        name_the_request(response);
    });
    set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (!response.body.empty()) return;
        response.set_content(problem_body(response.status, "Request refused"), "application/problem+json");
        add_security_headers(response, Guise::data, {});
        name_the_request(response);
    });
}

// From 0.18 on, the library asks its caller for the addresses.
template <typename Self>
bool Interpreter::process(Self& self, httplib::Stream& stream, const Address& from, bool& is_last,
                          const std::function<void(httplib::Request&)>& prepare) {
    if constexpr (requires { self.process_request(stream, false, is_last, prepare); })
        return self.process_request(stream, false, is_last, prepare);
    else
        return self.process_request(stream, from.text, from.port, {}, 0, false, is_last, prepare);
}

Outbound Interpreter::respond(Inbound inbound) noexcept {
    Exchange exchange{name_of(inbound, proxies_), inbound.came};
    const InRequest named(exchange.id);
    try {
        const std::string head = shown_to_the_library(inbound.head);
        Memory stream(head, inbound.from);
        bool is_last = false, is_head = false;
        beyond_next = {};
        const bool answered = process(*this, stream, inbound.from, is_last, [&](httplib::Request& request) {
            is_head = request.method == "HEAD";
            exchange.route = number_of_route(request);
            request.headers = headers_of(inbound.head);
            request.body = std::move(inbound.body);
        });
        Outbound outbound{std::move(stream.out), answered && !is_last};
        const auto [pushed, parked] = std::exchange(beyond_next, {});
        if (parked) return waiting_for(parked, outbound.keeps_open, exchange);
        note(exchange, outbound.bytes);
        if (!pushed) return outbound;
        outbound.keeps_open = false;
        if (is_head) return outbound;
        if (pushed->pump(outbound.bytes) == Pushed::State::open) outbound.pushed = pushed;
        return outbound;
    } catch (...) {
        log_fault("the HTTP library", std::current_exception());
        Outbound outbound = outbound_of(problem_answer(Problem::fault), false);
        note(exchange, outbound.bytes);
        return outbound;
    }
}

std::optional<Interpreter::Listening> Interpreter::listen_at(const std::string& host, int port) {
    const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    if (bound <= 0) return std::nullopt;
    Descriptor socket(svr_sock_.exchange(INVALID_SOCKET));
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_DEFER_ACCEPT, &wait_for_data_s, sizeof(wait_for_data_s));
    ::fcntl(socket.get(), F_SETFL, ::fcntl(socket.get(), F_GETFL) | O_NONBLOCK);
    if (::listen(socket.get(), backlog_max) != 0) return std::nullopt;
    return Listening{std::move(socket), bound};
}

}  // namespace wrapup::server
