#include "server/http/client_connection.hpp"

#include <algorithm>

namespace wrapup::server {

ClientConnection::ClientConnection(Peer peer, Address from, const Limits& limits, const Patience& patience)
    : peer_(std::move(peer)),
      from_(std::move(from)),
      limits_(limits),
      patience_(patience),
      due_(ticks() + patience.head) {}

std::optional<Inbound> ClientConnection::advance(std::span<char> buffer) {
    for (bool is_blocked = false; !is_blocked;) switch (state_) {
            case State::reading:
                if (auto request = whole_request()) return request;
                if (state_ == State::reading) read(buffer, is_blocked);
                break;
            case State::writing:
                write(is_blocked);
                break;
            case State::lingering:
                drain(buffer, is_blocked);
                break;
            case State::answering:
            case State::over:
                return std::nullopt;
        }
    return std::nullopt;
}

void ClientConnection::reply(Outbound outbound) {
    out_ = std::move(outbound.bytes);
    sent_bytes_ = 0;
    is_last_ = is_last_ || !outbound.keeps_open;
    become(State::writing, patience_.stalled);
}

void ClientConnection::give_up() {
    if (state_ == State::reading && !in_.empty()) return reply(refusal(Problem::too_slow));
    if (state_ != State::answering) state_ = State::over;
}

void ClientConnection::wind_up() {
    is_last_ = true;
    if (state_ == State::reading) state_ = State::over;
}

void ClientConnection::become(State state, std::chrono::milliseconds patience) {
    state_ = state;
    due_ = ticks() + patience;
}

void ClientConnection::await_request() {
    head_bytes_ = body_bytes_ = searched_bytes_ = 0;
    if (in_.empty()) in_ = {};  // Whoever is idle holds no memory.
    become(State::reading, in_.empty() ? patience_.idle : patience_.head);
}

std::optional<Inbound> ClientConnection::whole_request() {
    if (head_bytes_ == 0) judge();
    if (state_ != State::reading || head_bytes_ == 0 || in_.size() < head_bytes_ + body_bytes_) return std::nullopt;
    Inbound request{in_.substr(0, head_bytes_), in_.substr(head_bytes_, body_bytes_), from_};
    in_.erase(0, head_bytes_ + body_bytes_);
    if (in_.empty()) in_ = {};
    state_ = State::answering;
    due_ = Ticks::max();
    return request;
}

void ClientConnection::judge() {
    const std::size_t end = in_.find(head_end, searched_bytes_);
    if (end == std::string::npos) {
        searched_bytes_ = in_.size() - std::min(in_.size(), head_end.size() - 1);
        if (in_.size() >= limits_.header_bytes_max) reply(refusal(judge_endless_head(in_)));
        return;
    }
    const Verdict verdict = judge_head(std::string_view(in_).substr(0, end + head_end.size()), limits_);
    if (verdict.refused) return reply(refusal(*verdict.refused));
    head_bytes_ = end + head_end.size();
    body_bytes_ = verdict.body_bytes;
    due_ = ticks() + patience_.body;
}

void ClientConnection::read(std::span<char> buffer, bool& is_blocked) {
    std::string_view got;
    switch (receive_some(peer_.socket, buffer, got)) {
        case Received::something:
            if (in_.empty()) due_ = ticks() + patience_.head;
            in_ += got;
            break;
        case Received::nothing_yet:
            is_blocked = true;
            break;
        case Received::the_end:
            state_ = State::over;
            break;
    }
}

void ClientConnection::write(bool& is_blocked) {
    const Sent sent = send_some(peer_.socket, std::string_view(out_).substr(sent_bytes_));
    sent_bytes_ += sent.bytes;
    if (sent.bytes > 0) due_ = ticks() + patience_.stalled;
    if (!sent.open) {
        state_ = State::over;
    } else if (sent_bytes_ < out_.size()) {
        is_blocked = true;
    } else {
        out_ = {};
        if (!is_last_) return await_request();
        in_ = {};
        finish_sending(peer_.socket);
        become(State::lingering, patience_.linger);
    }
}

void ClientConnection::drain(std::span<char> buffer, bool& is_blocked) {
    std::string_view got;
    const Received received = receive_some(peer_.socket, buffer, got);
    is_blocked = received == Received::nothing_yet;
    drained_bytes_ += got.size();
    if (received == Received::the_end || drained_bytes_ > linger_bytes_max) state_ = State::over;
}

}  // namespace wrapup::server
