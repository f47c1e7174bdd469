#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/http/answer.hpp"
#include "server/http/peers.hpp"

namespace wrapup::server {

// Writes to everybody who reads a stream, in one thread of its own. Nobody waits for a slow reader: nothing more is
// asked of what is pushed to them until they have taken what was, and then they are cut off by the bound of what is
// waiting for them elsewhere, or by `stalled_ms_max` here. Safe to use from several threads.
class Streams {
public:
    static constexpr std::size_t unsent_bytes_max = 64 * 1024;  // From here on, nothing more is asked for.
    static constexpr int socket_buffer_bytes = 64 * 1024;       // That the system may hold for a reader.
    static constexpr std::chrono::milliseconds stalled_ms_max{30'000};
    static constexpr std::chrono::milliseconds look_every{1'000};                     // At what is due.
    static constexpr std::uint32_t come_back_ms_min = 500, come_back_ms_max = 4'000;  // After stop().

    Streams();
    ~Streams() { stop(); }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;

    // `unsent` goes before everything that is pushed.
    void add(Peer peer, std::string unsent, std::shared_ptr<Pushed> pushed);

    // Tells every reader when to come back, each at another time, and closes. For good.
    void stop();

private:
    using Id = std::uint64_t;
    static constexpr Id bell_id = 0;

    struct Reader {
        Peer peer;
        std::string unsent;
        std::shared_ptr<Pushed> pushed;
        Ticks stalls_at;
        bool is_last = false;  // What is unsent is all that will be.
    };
    struct News {
        std::vector<Reader> added;
        std::vector<Id> woken;
    };

    void run();
    void wake(Id id);
    void take_news();
    void welcome(Reader reader);
    void look_at(const epoll_event& event);
    void look_at_what_is_due();
    void say_farewell();
    void pump(Id id);

    // False when the reader is to be forgotten.
    static bool pump(Reader& reader);
    static bool send(Reader& reader);
    bool still_there(const Reader& reader);

    Epoll epoll_;
    Bell bell_;
    std::unordered_map<Id, Reader> readers_;
    Id last_id_ = bell_id;
    std::vector<char> buffer_;

    std::mutex mutex_;  // Of the news.
    News news_;

    std::atomic<bool> stopped_ = false;
    std::thread thread_;
};

}  // namespace wrapup::server
