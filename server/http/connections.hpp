#pragma once

#include <atomic>
#include <mutex>
#include <unordered_map>

#include "server/http/client_connection.hpp"
#include "server/http/proxies.hpp"
#include "server/http/workers.hpp"

namespace wrapup::server {

// All connections, in one thread: it accepts them, collects whole requests, hands these to a few workers, and sends
// what they answer. Idle or slow clients cost it a little memory and nobody any time.
class Connections {
public:
    // Those of one address count with its streams. This machine's own and a proxy's do not: they are of many.
    struct Limits : server::Limits {
        std::size_t workers = 8;
        std::size_t refusals_max = 256;  // Connections beyond connections_max that are still told why.
        std::size_t buffered_bytes_max = 128 * 1024 * 1024;  // Of all requests that come and answers that go.
        ClientConnection::Patience patience;
        std::chrono::milliseconds stop_ms_max{3'000};  // For what is being answered when we are to stop.
        enum class OwnMachine { is_exempt, counts } own_machine = OwnMachine::is_exempt;
        Proxies proxies{};

        Limits(const server::Limits& told = {}) : server::Limits(told), patience(told) {}
    };

    using Respond = std::function<Outbound(Inbound)>;    // Called by the workers. Must not throw.
    using Detach = std::function<void(Peer, Outbound)>;  // Takes over what pushes.
    Connections(Descriptor listening, const Limits& limits, Census& census, Respond respond, Detach detach);
    ~Connections() { workers_->finish(); }
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    // Serves until stop(); then finishes what is being answered, and takes nothing new.
    void serve();
    void stop();  // Safe to call from any thread, also before serve().

private:
    using Id = std::uint64_t;
    struct Entry {
        ClientConnection connection;
        std::size_t counted_bytes = 0;  // Of its own in buffered_bytes_.
    };
    using Table = std::unordered_map<Id, Entry>;
    static constexpr Id bell_id = 0, listening_id = 1;
    static constexpr std::chrono::milliseconds look_every{250};  // At what is due.
    static constexpr int accepts_max = 64;                       // At a time.
    static constexpr std::size_t buffer_bytes = 64 * 1024;

    struct Reply {
        Id id;
        Outbound outbound;
    };
    // What is answered may be so when we are gone already.
    struct Replies {
        void put(Reply reply);
        std::vector<Reply> take();

        Bell bell;
        std::mutex mutex;
        std::vector<Reply> waiting;
    };

    void look_at(const epoll_event& event);
    void accept_some();
    bool accept_one();
    std::optional<Problem> objection(const Address& from, Peer& peer);
    void advance(Table::iterator found);
    void begin_to_answer(Id id, Inbound request);
    static void send_back(const std::shared_ptr<Workers>& workers, const std::shared_ptr<Replies>& replies,
                          Reply reply);
    void count_bytes(Entry& entry);
    void forget(Table::iterator found);
    void take_replies();
    void deliver(Reply reply);
    void look_at_what_is_due();
    void begin_to_stop();
    bool is_answering() const;

    Descriptor listening_;
    const Limits limits_;
    Census& census_;
    Respond respond_;
    Detach detach_;
    Epoll epoll_;
    const std::shared_ptr<Replies> replies_ = std::make_shared<Replies>();
    Table table_;
    Id last_id_ = listening_id;
    bool is_listening_ = true;
    std::size_t buffered_bytes_ = 0;
    std::vector<char> buffer_;
    std::atomic<bool> told_to_stop_ = false;

    std::shared_ptr<Workers> workers_;
};

}  // namespace wrapup::server
