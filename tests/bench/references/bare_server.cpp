// The product's own front before nothing but the rows: whatever is posted is one message, and is answered once it is on
// disk, all that wait in one commit. Usage: bare_server FILE
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/http/connections.hpp"
#include "tests/bench/references/bare_rows.hpp"
#include "tests/bench/references/listening.hpp"

namespace wrapup::bench {
namespace {

// As much as the load wants to read in an answer.
constexpr const char* done = R"({"patch":{"outcomes":[{"code":"ok","n":1}],"position":0}})";

server::Answer answer_when_done() { return {200, "application/json", done, {{"Cache-Control", "no-store"}}}; }

class Committer {
public:
    explicit Committer(const char* file) : rows_(file), writer_([this] { write_groups(); }) {}

    // Resumes once it is on disk.
    void write_message(server::Resume resume) {
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(resume));
        }
        changed_.notify_one();
    }

private:
    using Group = std::vector<server::Resume>;

    Group next_group() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !waiting_.empty(); });
        return std::exchange(waiting_, {});
    }

    void write_groups() {
        while (true) {
            const Group group = next_group();
            rows_.begin();
            for (std::size_t i = 0; i < group.size(); ++i) rows_.write_message(++written_ % BareRows::conversations);
            rows_.commit();
            for (const server::Resume& resume : group) resume([] { return answer_when_done(); });
        }
    }

    BareRows rows_;
    std::size_t written_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    Group waiting_;
    std::thread writer_;  // Until the process is ended.
};

[[noreturn]] void serve(const char* file) {
    Committer committer(file);
    server::Interpreter interpreter([&](const httplib::Request&) {
        server::Answer answer;
        answer.parked = [&](server::Resume resume) { committer.write_message(std::move(resume)); };
        return answer;
    });
    auto listening = interpreter.listen_at("127.0.0.1", 0);
    server::Census census;
    server::Connections connections(
        std::move(listening->socket), {}, census,
        [&](server::Inbound inbound) { return interpreter.respond(std::move(inbound)); },
        [](server::Peer, server::Outbound) {});
    say_listening(listening->port);
    connections.serve();
    std::abort();
}

}  // namespace
}  // namespace wrapup::bench

int main(int argc, char** argv) {
    if (argc != 2) return EXIT_FAILURE;
    wrapup::bench::serve(argv[1]);
}
