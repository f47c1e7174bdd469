#include "tests/support/stock.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

const std::string long_text(Served::text_bytes, 'x');

// Says hello, or throws, and then nothing.
class Silent : public Pushed {
public:
    explicit Silent(bool throws) : throws_(throws) {}
    State pump(std::string& to) override {
        if (throws_ && said_) throw std::runtime_error("in the middle");
        if (!std::exchange(said_, true)) to += "data: hello\n\n";
        return State::open;
    }
    bool is_closed() const override { return false; }
    Ticks due() const override { return Ticks::max(); }
    void wake_by(std::function<void()>) override {}

private:
    bool throws_;
    bool said_ = false;
};

Answer pushed(bool throws) {
    Answer answer;
    answer.content_type = "text/event-stream";
    answer.pushed = std::make_shared<Silent>(throws);
    return answer;
}

Answer our_answer(const httplib::Request& request) {
    const auto text = [](std::string body) { return Answer{200, "text/plain", std::move(body), {}, {}}; };
    if (request.path == "/a") return text("body of " + std::to_string(request.body.size()));
    if (request.path == "/text") return text(long_text);
    if (request.path == "/stream") return pushed(false);
    if (request.path == "/throw") return pushed(true);
    if (request.path == "/header") return text(request.get_header_value("X-A"));
    if (request.path == "/sender") return text(request.remote_addr);
    return problem_answer(Problem::unknown_page);
}

// As its own examples have it.
void add_routes(httplib::Server& server) {
    using httplib::Request, httplib::Response, httplib::DataSink;
    server.Get("/a", [](const Request&, Response& response) { response.set_content("short", "text/plain"); });
    server.Post("/a", [](const Request& request, Response& response) {
        response.set_content("body of " + std::to_string(request.body.size()), "text/plain");
    });
    server.Get("/text", [](const Request&, Response& response) { response.set_content(long_text, "text/plain"); });
    server.Get("/stream", [](const Request&, Response& response) {
        response.set_chunked_content_provider("text/event-stream", [said = false](std::size_t, DataSink& sink) mutable {
            const std::string_view hello = "data: hello\n\n";
            if (!std::exchange(said, true)) return sink.write(hello.data(), hello.size());
            std::this_thread::sleep_for(10ms);
            return true;
        });
    });
    server.Get("/throw", [](const Request&, Response& response) {
        response.set_chunked_content_provider(
            "text/plain", [](std::size_t, DataSink&) -> bool { throw std::runtime_error("in the middle"); });
    });
    server.Get("/header", [](const Request& request, Response& response) {
        response.set_content(request.get_header_value("X-A"), "text/plain");
    });
    server.Get("/sender", [](const Request& request, Response& response) {
        response.set_content(request.get_header_value("REMOTE_ADDR"), "text/plain");
    });
    server.Get(R"(/conversations/((\w|-)+)/explain)", [](const Request& request, Response& response) {
        response.set_content(request.matches[1].str(), "text/plain");
    });
}

}  // namespace

// So that what it takes is seen, and what it dies of is not.
void Served::be_small() {
    forget_peak();
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    [[maybe_unused]] const auto* nowhere = std::freopen("/dev/null", "w", stderr);
}

void Served::serve_stock(const Line& line) {
    httplib::Server server;
    add_routes(server);
    server.set_payload_max_length(body_bytes_max);
    server.set_keep_alive_max_count(1'000);
    line.tell(server.bind_to_any_port("127.0.0.1"));
    server.listen_after_bind();
}

void Served::serve_ours(const Line& line) {
    const Echo echo({}, our_answer);
    line.tell(echo.port());
    line.wait();
}

std::chrono::milliseconds Served::wait(std::chrono::milliseconds wait_max) const {
    const Ticks before = ticks();
    RawClient client(port_);
    client.send(short_get);
    const bool answered = client.has_news_within(wait_max);
    return answered ? std::chrono::duration_cast<std::chrono::milliseconds>(ticks() - before) : wait_max;
}

void print_row(const char* name, const char* measured, double stock, double ours, double most) {
    std::printf("%-30s | %-38s | stock %8.1f | ours %6.1f | at most %5.1f\n", name, measured, stock, ours, most);
    std::fflush(stdout);
}

void compare(const Trap& trap) {
    const auto measured = [&](Which which) {
        const Served served(which);
        return trap.measure(served);
    };
    const double stock = measured(Which::stock), ours = measured(Which::ours);
    print_row(trap.name, trap.measured, stock, ours, trap.most);
    CHECK(ours <= trap.most);
    CHECK((stock > trap.most) == (library_version() < trap.cured_in));
}

}  // namespace wrapup::server::test
