#include "tests/bench/load/measurements.hpp"

#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "server/clock.hpp"
#include "server/ids.hpp"
#include "tests/bench/load/commit_watch.hpp"
#include "tests/bench/load/fanout.hpp"
#include "tests/bench/load/http_text.hpp"
#include "tests/bench/load/outbox.hpp"

namespace wrapup::bench {
namespace {

constexpr std::chrono::milliseconds between_looks{100};

Json as_json(const Measured& measured) {
    return {{"seconds", measured.seconds}, {"microseconds", measured.microseconds}};
}

Json report_of(std::chrono::steady_clock::duration took) {
    return {{"milliseconds", std::chrono::duration<double, std::milli>(took).count()}};
}

void join(Crowd& crowd, const CrowdOptions& options) {
    for (const std::string& header : lines_of(options.headers)) crowd.add(get_request(options.path, header));
    crowd.await_answers();
}

// The one who writes what the crowd is told of.
class Writer {
public:
    explicit Writer(const FanoutOptions& options)
        : outbox_(lines_of(options.visitors).front()), socket_(connected_to(options.crowd.port)) {
        if (!options.database.empty()) return;
        std::ostringstream frame;
        frame << std::ifstream(options.frame, std::ios::binary).rdbuf();
        fixed_ = post_request("/broadcast", "", frame.str());
    }

    void write() { send_all(socket_, fixed_.empty() ? outbox_.next(1) : fixed_); }

    void await_answer() {
        std::string received;
        std::vector<char> buffer(64 * 1024);
        std::string_view got;
        while (whole_answer(received).empty()) {
            const auto result = server::receive_some(socket_, buffer, got);
            if (result == server::Received::the_end) throw std::runtime_error("the writer is not answered");
            if (result == server::Received::something) received += got;
        }
        if (fixed_.empty()) outbox_.take(received);
    }

private:
    Outbox outbox_;
    Descriptor socket_;
    std::string fixed_;
};

}  // namespace

Json measure_requests(const RequestsOptions& options) {
    std::vector<std::string> requests;
    for (const std::string& path : lines_of(options.paths)) requests.push_back(get_request(path, options.header));
    const auto any = [&](std::size_t) -> std::string_view {
        return requests[server::random_below(static_cast<std::uint32_t>(requests.size()))];
    };
    const auto only = [&](std::size_t) -> std::string_view { return requests.front(); };
    const NextRequest next = requests.size() == 1 ? NextRequest(only) : NextRequest(any);
    return as_json(run(options.loop, next, [](std::size_t, std::string_view answer) { must_be_ok(answer); }));
}

Json measure_commands(const CommandsOptions& options) {
    const auto visitors = lines_of(options.visitors);
    std::vector<Outbox> outboxes;
    for (std::size_t i = 0; i < options.loop.clients; ++i) outboxes.emplace_back(visitors.at(i));
    return as_json(run(
        options.loop, [&](std::size_t i) { return outboxes[i].next(options.messages); },
        [&](std::size_t i, std::string_view answer) { outboxes[i].take(answer); }));
}

Json measure_crowd(const CrowdOptions& options) {
    const server::Ticks began_at = server::ticks();
    Crowd crowd(options.port);
    join(crowd, options);
    const Json report = report_of(server::ticks() - began_at);
    if (!options.stays) return report;
    std::cout << report.dump() << std::endl;
    const Descriptor input(0);
    server::Epoll epoll;
    epoll.add(input, 0, EPOLLIN | EPOLLHUP);
    while (epoll.wait(std::chrono::milliseconds{0}).empty())
        crowd.listen(between_looks, [](std::size_t, std::string_view) {});
    return report;
}

Json measure_fanout(const FanoutOptions& options) {
    Crowd crowd(options.crowd.port);
    join(crowd, options.crowd);
    std::optional<CommitWatch> watch;
    if (!options.database.empty()) watch.emplace(options.database);
    Writer writer(options);
    std::uint32_t commits_before = 0;
    Occasion occasion{[&] {
                          if (watch) commits_before = watch->commits();
                          writer.write();
                      },
                      [&] { return !watch || watch->commits() != commits_before; }, options.told_every};
    std::vector<std::int64_t> microseconds;
    for (std::size_t i = 0; i <= options.times; ++i) {
        microseconds.push_back(microseconds_to_last(crowd, occasion));
        writer.await_answer();
    }
    microseconds.erase(microseconds.begin());  // The first one begins the conversation.
    if (watch) std::ofstream(options.frame, std::ios::binary) << occasion.frame;
    return {{"microseconds", microseconds}, {"frame_bytes", occasion.frame.size()}};
}

}  // namespace wrapup::bench
