#include "tests/bench/load/crowd.hpp"

#include <stdexcept>

#include "server/clock.hpp"
#include "tests/bench/load/http_text.hpp"

namespace wrapup::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 60s, a_while{100};

bool is_stream(std::string_view received) { return received.find("text/event-stream") != std::string_view::npos; }

bool is_answered(std::string_view received) {
    if (!is_stream(received)) return !whole_answer(received).empty();
    const auto frame = received.find("event: me");
    return frame != std::string_view::npos && received.find("\n\n", frame) != std::string_view::npos;
}

}  // namespace

void Crowd::add(std::string says) {
    members_.push_back({connecting_to(port_), std::move(says)});
    epoll_.add(members_.back().socket, members_.size() - 1, EPOLLIN | EPOLLOUT | EPOLLET);
}

void Crowd::listen(std::chrono::milliseconds wait_max, const Take& take) {
    for (const epoll_event& event : epoll_.wait(wait_max)) {
        Member& member = members_[event.data.u64];
        if ((event.events & EPOLLOUT) != 0 && !member.unsaid.empty())
            send_all(member.socket, std::exchange(member.unsaid, {}));
        if ((event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) == 0) continue;
        std::string_view got;
        // Until there is no more: nobody tells us of it again.
        for (bool is_full = true; is_full; is_full = got.size() == buffer_.size()) {
            const auto received = server::receive_some(member.socket, buffer_, got);
            if (received == server::Received::the_end) throw std::runtime_error("the server has closed a connection");
            if (received == server::Received::nothing_yet) break;
            take(event.data.u64, got);
        }
    }
}

void Crowd::await_answers() {
    std::vector<std::string> received(members_.size());
    std::size_t unanswered = members_.size();
    const server::Ticks give_up_at = server::ticks() + patience;
    while (unanswered > 0) {
        listen(a_while, [&](std::size_t member, std::string_view bytes) {
            const bool was_answered = is_answered(received[member]);
            received[member] += bytes;
            if (was_answered || !is_answered(received[member])) return;
            if (!is_stream(received[member])) must_be_ok(received[member]);
            --unanswered;
        });
        if (server::ticks() > give_up_at)
            throw std::runtime_error(std::to_string(unanswered) + " of the clients have no answer");
    }
}

}  // namespace wrapup::bench
