// Everything at once, under ThreadSanitizer: connections that come, go, break off and stream, while others write.
#include <atomic>
#include <deque>
#include <random>

#include "tests/support/catch.hpp"
#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace {

std::atomic<int> races = 0;

}  // namespace

// Called by ThreadSanitizer for every race that it reports.
extern "C" void __tsan_on_report(void*);
extern "C" void __tsan_on_report(void*) { ++races; }

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t connections = 500;
constexpr std::size_t client_threads = 10;
constexpr int streamed_min = 100;
constexpr int messages_max = 20;
constexpr auto lasts_min = 12s, lasts_max = 60s;  // A busy machine takes longer to come that far.

struct Done {
    std::atomic<int> opened = 0, answered = 0, streamed = 0, broken_off = 0, half_closed = 0, committed = 0;
};

std::string get(const std::string& path, const Person& person) {
    std::string request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n";
    for (const auto& [name, value] : person.headers()) request += name + ": " + value + "\r\n";
    return request + "\r\n";
}

bool goes_on(Ticks start, const Done& done) {
    const auto lasted = ticks() - start;
    return lasted < lasts_min || (done.streamed < streamed_min && lasted < lasts_max);
}

// One thread's share of the connections: at each turn, something happens to one of them.
class Clients {
public:
    Clients(const Person& reader, Done& done, unsigned seed)
        : port_(reader.port()),
          page_(get("/login", reader)),
          inbox_(get("/api/v1/inbox?view=open", reader)),
          stream_(get("/api/v1/stream", reader)),
          done_(done),
          random_(seed) {}

    void go_on(Ticks start) {
        while (goes_on(start, done_)) {
            try {
                something_happens();
            } catch (const std::runtime_error&) {  // It was refused, or has ended in the meantime.
                open_.pop_back();
            }
        }
    }

private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

    void something_happens() {
        while (open_.size() + readers_.size() < connections / client_threads) {
            open_.emplace_back(port_);
            ++done_.opened;
        }
        std::swap(open_[below(open_.size())], open_.back());
        RawClient& one = open_.back();
        switch (below(7)) {
            case 0:
                one.send(page_ + page_ + inbox_);
                for (int i = 0; i < 3; ++i) one.answer();
                done_.answered += 3;
                return;
            case 1:
            case 2:
                one.send(stream_);
                one.receive_until("event: me");
                ++done_.streamed;
                readers_.push_back(std::move(one));
                open_.pop_back();
                return one_reader_leaves();
            case 3:
                one.send(page_.substr(0, below(page_.size())));
                one.break_off();
                ++done_.broken_off;
                return open_.pop_back();
            case 4:
                one.send(inbox_);
                one.finish_sending();
                ++done_.half_closed;
                return;
            case 5:
                one.send(inbox_);
                one.answer();
                ++done_.answered;
                return;
            default:
                return open_.pop_back();
        }
    }

    void one_reader_leaves() {
        if (readers_.size() < readers_max) return;
        RawClient& oldest = readers_.front();
        if (below(3) == 0)
            oldest.break_off();
        else if (below(2) == 0)
            oldest.finish_sending();
        readers_.pop_front();
    }

    static constexpr std::size_t readers_max = connections / client_threads / 2;

    int port_;
    std::string page_, inbox_, stream_;
    Done& done_;
    std::mt19937 random_;
    std::deque<RawClient> open_, readers_;
};

// One chat after the other, none of them long.
void write_on(Ticks start, Person visitor, Done& done) {
    const std::string id = visitor.id();
    while (goes_on(start, done)) {
        const std::string chat = random_id();
        const Json begin{{"type", "start"}, {"site", "shop"}, {"channel", "chat"}, {"customer", id}};
        for (int i = 0; i < messages_max && goes_on(start, done); ++i) {
            const std::vector<Json> steps = i == 0 ? std::vector<Json>{begin, step("receive", "hello")}
                                                   : std::vector<Json>{step("receive", "more")};
            const Json envelope = visitor.envelope({visitor.command(chat, steps)});
            if (visitor.post("/api/v1/commands", envelope).status == 200) ++done.committed;
        }
    }
}

}  // namespace

TEST_CASE("no two threads race while connections come, go, break off and stream, and others write") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    Limits limits;
    limits.streams_per_user_max = connections;
    World world(limits);
    Person ana = world.ana();
    Done done;
    const Ticks start = ticks();
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < client_threads; ++i)
        threads.emplace_back([&, i] { Clients(ana, done, seed + i).go_on(start); });
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&, visitor = world.visitor()]() mutable { write_on(start, std::move(visitor), done); });
    for (std::thread& thread : threads) thread.join();
    std::vector<RawClient> readers;
    for (int i = 0; i < 50; ++i) readers.emplace_back(world.port()).send(get("/api/v1/stream", ana));
    world.restart();
    std::printf("%d opened, %d answered, %d streamed, %d broken off, %d half closed, %d committed: %d races\n",
                done.opened.load(), done.answered.load(), done.streamed.load(), done.broken_off.load(),
                done.half_closed.load(), done.committed.load(), races.load());
    CHECK(done.opened > static_cast<int>(connections));
    CHECK(done.streamed >= streamed_min);
    CHECK(done.committed > 100);
    CHECK(races == 0);
}

}  // namespace wrapup::server::test
