#pragma once

#include "server/clock.hpp"
#include "server/http/head_judge.hpp"
#include "server/http/interpreter.hpp"

namespace wrapup::server {

// One client's connection: what has come, what has yet to go, and how long that may take. For one thread.
class ClientConnection {
public:
    enum class State {
        reading,    // A request, or waiting for one.
        answering,  // Somebody is: until reply(), nothing more is read, so who sends more has to wait.
        writing,
        lingering,  // All is said; the other side's last words are thrown away, since closing on them would take back
                    // what they have not read yet.
        over,
    };
    struct Patience {
        std::chrono::milliseconds head;  // From its first byte, or from the connection's beginning.
        std::chrono::milliseconds body;
        std::chrono::milliseconds idle{60'000};     // Between requests.
        std::chrono::milliseconds stalled{20'000};  // While nothing of an answer is taken.
        std::chrono::milliseconds linger{2'000};

        explicit Patience(const Limits& limits)
            : head(std::chrono::seconds(limits.header_seconds_max)),
              body(std::chrono::seconds(limits.body_seconds_max)) {}
    };

    // `limits` and `patience` must outlive it.
    ClientConnection(Peer peer, Address from, const Limits& limits, const Patience& patience);

    // Reads and writes as far as that goes without waiting, into `buffer`. A whole request, when there is one: then
    // somebody has to answer it.
    std::optional<Inbound> advance(std::span<char> buffer);

    // What is to be sent. `outbound.pushed` is nothing to us.
    void reply(Outbound outbound);

    // To be called at `due()`.
    void give_up();
    Ticks due() const { return due_; }

    // Ends it where it does not take anything away from anybody: no more requests.
    void wind_up();

    State state() const { return state_; }
    std::size_t buffered_bytes() const { return in_.size() + out_.size(); }
    Peer release() { return std::move(peer_); }
    const Peer& peer() const { return peer_; }

private:
    static constexpr std::size_t linger_bytes_max = 16 * 1024 * 1024;

    void become(State state, std::chrono::milliseconds patience);
    void await_request();
    std::optional<Inbound> whole_request();
    void judge();
    void read(std::span<char> buffer, bool& is_blocked);
    void write(bool& is_blocked);
    void drain(std::span<char> buffer, bool& is_blocked);

    Peer peer_;
    Address from_;
    const Limits& limits_;
    const Patience& patience_;
    State state_ = State::reading;
    Ticks due_;
    bool is_last_ = false;
    std::string in_;              // From the first byte of a request.
    std::size_t head_bytes_ = 0;  // 0 until it is judged.
    std::size_t body_bytes_ = 0;
    std::size_t searched_bytes_ = 0;  // Where no end of the head begins.
    std::string out_;
    std::size_t sent_bytes_ = 0;
    std::size_t drained_bytes_ = 0;
};

}  // namespace wrapup::server
