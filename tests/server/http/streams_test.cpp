#include "server/http/streams.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "tests/support/own_status.hpp"
#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

// Both ends of a connection.
struct Pair {
    Pair() {
        int ends[2] = {};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) != 0) throw std::runtime_error("no sockets");
        ours = Descriptor(ends[0]);
        theirs.socket = Descriptor(ends[1]);
    }
    // What comes until `end` has come, or the other side closes.
    std::string read_until(const std::string& end) {
        std::string text, buffer(4096, '\0');
        for (const Ticks give_up = ticks() + 10s; ticks() < give_up;) {
            std::string_view got;
            const Received received = receive_some(ours, buffer, got);
            text += got;
            if (text.ends_with(end) || received == Received::the_end) return text;
            if (received == Received::nothing_yet) std::this_thread::sleep_for(1ms);
        }
        return text;
    }

    Descriptor ours;
    Peer theirs;
};

// Says what it is told to, from whatever thread.
class Told : public Pushed {
public:
    explicit Told(std::atomic<int>& alive) : alive_(alive) { ++alive_; }
    ~Told() override { --alive_; }

    void tell(const std::string& text, State state = State::open) {
        const std::lock_guard lock(mutex_);
        text_ += text;
        state_ = state;
        if (wake_) wake_();
    }

    State pump(std::string& to) override {
        const std::lock_guard lock(mutex_);
        to += std::exchange(text_, {});
        return state_;
    }
    bool is_closed() const override { return false; }
    Ticks due() const override { return Ticks::max(); }
    void wake_by(std::function<void()> wake) override {
        const std::lock_guard lock(mutex_);
        wake_ = std::move(wake);
    }

private:
    std::atomic<int>& alive_;
    std::mutex mutex_;
    std::string text_;
    State state_ = State::open;
    std::function<void()> wake_;
};

// Has something to say at its time, without calling anybody.
class Punctual : public Pushed {
public:
    State pump(std::string& to) override {
        if (ticks() < due_) return State::open;
        to += "beat";
        due_ = Ticks::max();
        return State::open;
    }
    bool is_closed() const override { return false; }
    Ticks due() const override { return due_; }
    void wake_by(std::function<void()>) override {}

private:
    Ticks due_ = ticks() + 300ms;
};

bool becomes(const std::atomic<int>& number, int expected) {
    for (const Ticks end = ticks() + 10s; ticks() < end; std::this_thread::sleep_for(1ms))
        if (number == expected) return true;
    return false;
}

}  // namespace

TEST_CASE("a stream sends what is left of the answer, then what is pushed, and ends when that does") {
    std::atomic<int> alive = 0;
    Streams streams;
    Pair pair;
    const auto told = std::make_shared<Told>(alive);
    told->tell("b");
    streams.add(std::move(pair.theirs), "a", told);
    CHECK(pair.read_until("b") == "ab");
    told->tell("c");
    CHECK(pair.read_until("c") == "c");
    told->tell("d", Pushed::State::ended);
    CHECK(pair.read_until("never") == "d");
}

TEST_CASE("who leaves a stream is forgotten at once") {
    std::atomic<int> alive = 0;
    Streams streams;
    {
        Pair pair;
        streams.add(std::move(pair.theirs), "hello", std::make_shared<Told>(alive));
        CHECK(pair.read_until("hello") == "hello");
        CHECK(alive == 1);
    }
    CHECK(becomes(alive, 0));
}

TEST_CASE("who stops reading is asked nothing more, and gets everything in order when they go on") {
    std::atomic<int> alive = 0;
    Streams streams;
    Pair deaf, awake;
    const auto to_deaf = std::make_shared<Told>(alive), to_awake = std::make_shared<Told>(alive);
    streams.add(std::move(deaf.theirs), {}, to_deaf);
    streams.add(std::move(awake.theirs), {}, to_awake);
    std::string all;
    for (int i = 0; i < 1'000; ++i) {
        const std::string frame = std::to_string(i) + std::string(1'000, '.') + '\n';
        all += frame;
        to_deaf->tell(frame);
    }
    to_awake->tell("now");
    CHECK(awake.read_until("now") == "now");
    to_deaf->tell("end");
    CHECK(deaf.read_until("end") == all + "end");
}

TEST_CASE("a stream is asked again when its time has come") {
    Streams streams;
    Pair pair;
    streams.add(std::move(pair.theirs), {}, std::make_shared<Punctual>());
    CHECK(pair.read_until("beat") == "beat");
}

TEST_CASE("heartbeats are due in twenty to twenty-five seconds, each stream's at a time of its own") {
    World world;
    httplib::Request request;
    request.method = "GET";
    request.path = "/api/v1/stream";
    request.headers = world.ana().headers();
    StreamPlaces places(Limits{}, {});
    LoginGuard guard{Limits{}};
    std::vector<Answer> answers;
    std::vector<Ticks::duration> waits;
    for (int i = 0; i < 50; ++i) {
        const Ticks before = ticks();
        answers.push_back(answer(request, world.service(), {}, places, guard));
        REQUIRE(answers.back().pushed);
        waits.push_back(answers.back().pushed->due() - before);
    }
    const auto [first, last] = std::minmax_element(waits.begin(), waits.end());
    CHECK(*first >= 20s);
    CHECK(*last <= 26s);
    CHECK(*last - *first > 2s);
}

TEST_CASE("the system holds little for a reader who does not read") {
    std::atomic<int> alive = 0;
    Streams streams;
    Pair pair;
    const Descriptor same(::dup(pair.theirs.socket.get()));
    streams.add(std::move(pair.theirs), "hello", std::make_shared<Told>(alive));
    CHECK(pair.read_until("hello") == "hello");
    int bytes = 0;
    socklen_t size = sizeof(bytes);
    REQUIRE(::getsockopt(same.get(), SOL_SOCKET, SO_SNDBUF, &bytes, &size) == 0);
    CHECK(bytes == 2 * 64 * 1024);  // The system doubles what it is told.
}

TEST_CASE("readers are told when to come back when the server stops") {
    std::atomic<int> alive = 0;
    Streams streams;
    Pair pair;
    streams.add(std::move(pair.theirs), "hello\n\n", std::make_shared<Told>(alive));
    CHECK(pair.read_until("\n\n") == "hello\n\n");
    streams.stop();
    CHECK(pair.read_until("never").rfind("retry: ", 0) == 0);
    CHECK(alive == 0);
}

TEST_CASE("a thousand streams cost no threads, and all hear of a commit") {
    Limits limits;
    limits.streams_per_user_max = 1'000;
    World world(limits);
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    const std::size_t threads = own_status("Threads");
    std::vector<RawClient> readers;
    for (int i = 0; i < 1'000; ++i) {
        readers.emplace_back(world.port()).send(stream_request(ana));
        CHECK(readers.back().status() == 200);
        readers.back().receive_until("\n\n");
    }
    visitor.must(chat, {step("receive", "to all of you")});
    for (RawClient& reader : readers) CHECK(reader.receive_until("\n\n").find("to all of you") != std::string::npos);
    CHECK(own_status("Threads") == threads);
}

TEST_CASE("a reader who never reads is cut off, and the server does not keep what they missed") {
    Limits limits;
    limits.streams_max = 1;
    World world(limits);
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    RawClient deaf(world.port(), 4096);
    deaf.send(stream_request(ana));
    REQUIRE(deaf.status() == 200);
    CHECK(ana.get("/api/v1/stream").status == 503);
    for (int i = 0; i < 500; ++i) visitor.must(chat, {step("receive", std::string(3'000, 'x'))});
    CHECK(let_in(1, ana).size() == 1);
}

}  // namespace wrapup::server::test
