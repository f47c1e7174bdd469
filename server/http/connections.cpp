#include "server/http/connections.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

#include "server/metrics.hpp"

namespace wrapup::server {
namespace {

constexpr std::uint32_t whatever_changes = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;

}  // namespace

Connections::Connections(Descriptor listening, const Limits& limits, Census& census, Respond respond, Detach detach)
    : listening_(std::move(listening)),
      limits_(limits),
      census_(census),
      respond_(std::move(respond)),
      detach_(std::move(detach)),
      buffer_(buffer_bytes),
      workers_(std::make_shared<Workers>(limits.workers)) {
    epoll_.add(replies_->bell.descriptor(), bell_id, EPOLLIN);
    epoll_.add(listening_, listening_id, EPOLLIN);
}

void Connections::stop() {
    told_to_stop_ = true;
    replies_->bell.ring();
}

void Connections::serve() {
    Ticks looked_at = ticks();
    const auto serve_once = [&] {
        for (const epoll_event& event : epoll_.wait(look_every)) look_at(event);
        take_replies();
        metrics.connections.set(table_.size());
        if (ticks() - looked_at < look_every) return;
        looked_at = ticks();
        look_at_what_is_due();
    };
    while (!told_to_stop_) serve_once();
    begin_to_stop();
    const Ticks end = ticks() + limits_.stop_ms_max;
    while (is_answering() && ticks() < end) serve_once();
    workers_->finish();
    table_.clear();
}

void Connections::look_at(const epoll_event& event) {
    const Id id = event.data.u64;
    if (id == bell_id) return replies_->bell.silence();
    if (id == listening_id) return accept_some();
    const auto found = table_.find(id);
    if (found == table_.end()) return;
    if ((event.events & (EPOLLERR | EPOLLHUP)) == 0) return advance(found);
    forget(found);
}

void Connections::accept_some() {
    for (int i = 0; i < accepts_max && listening_; ++i)
        if (!accept_one()) return;
}

// Without descriptors or memory for one more it looks away for a moment: the listening socket would call without end.
bool Connections::accept_one() {
    sockaddr_storage from{};
    socklen_t size = sizeof(from);
    Peer peer{Descriptor(
                  ::accept4(listening_.get(), reinterpret_cast<sockaddr*>(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC)),
              nullptr};
    if (!peer.socket) {
        const bool is_nothing_left = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
        if (is_nothing_left && std::exchange(is_listening_, false)) epoll_.remove(listening_);
        return errno == ECONNABORTED || errno == EINTR;
    }
    if (table_.size() >= limits_.connections_max + limits_.refusals_max) return true;
    make_ready(peer.socket);
    Address address = address_of(from);
    const auto problem = objection(address, peer);
    const Id id = ++last_id_;
    epoll_.add(peer.socket, id, whatever_changes);
    ClientConnection connection(std::move(peer), std::move(address), limits_, limits_.patience);
    if (problem) connection.reply(refusal(*problem));
    advance(table_.emplace(id, Entry{std::move(connection)}).first);
    return true;
}

std::optional<Problem> Connections::objection(const Address& from, Peer& peer) {
    if (table_.size() >= limits_.connections_max) return Problem::too_many_connections;
    if (from.of_this_machine && limits_.own_machine == Limits::OwnMachine::is_exempt) return std::nullopt;
    if (limits_.proxies.trusts(from)) return std::nullopt;
    peer.place = census_.enter(from.network, limits_.connections_per_address_max);
    return peer.place ? std::nullopt : std::optional(Problem::too_many_from_address);
}

void Connections::advance(Table::iterator found) {
    Entry& entry = found->second;
    if (auto request = entry.connection.advance(buffer_)) begin_to_answer(found->first, std::move(*request));
    const std::size_t before = entry.counted_bytes;
    count_bytes(entry);
    const bool is_too_much = buffered_bytes_ > limits_.buffered_bytes_max && entry.counted_bytes > before;
    if (entry.connection.state() == ClientConnection::State::over || is_too_much) forget(found);
}

void Connections::begin_to_answer(Id id, Inbound request) {
    workers_->run([this, id, inbound = std::make_shared<Inbound>(std::move(request))] {
        send_back(workers_, replies_, {id, respond_(std::move(*inbound))});
    });
}

// Now, or when the rest of the work can be done.
void Connections::send_back(const std::shared_ptr<Workers>& workers, const std::shared_ptr<Replies>& replies,
                            Reply reply) {
    if (!reply.outbound.parked) return replies->put(std::move(reply));
    reply.outbound.parked([workers, replies, id = reply.id](Outbound::Rest rest) {
        workers->run([replies, id, rest = std::move(rest)] { replies->put({id, rest()}); });
    });
}

void Connections::Replies::put(Reply reply) {
    bool is_first = false;
    {
        const std::lock_guard lock(mutex);
        is_first = waiting.empty();
        waiting.push_back(std::move(reply));
    }
    if (is_first) bell.ring();
}

std::vector<Connections::Reply> Connections::Replies::take() {
    const std::lock_guard lock(mutex);
    return std::exchange(waiting, {});
}

void Connections::count_bytes(Entry& entry) {
    buffered_bytes_ -= entry.counted_bytes;
    entry.counted_bytes = entry.connection.buffered_bytes();
    buffered_bytes_ += entry.counted_bytes;
}

void Connections::forget(Table::iterator found) {
    buffered_bytes_ -= found->second.counted_bytes;
    table_.erase(found);
}

void Connections::take_replies() {
    for (Reply& reply : replies_->take()) deliver(std::move(reply));
}

void Connections::deliver(Reply reply) {
    const auto found = table_.find(reply.id);
    if (found == table_.end()) return;
    ClientConnection& connection = found->second.connection;
    if (!reply.outbound.pushed || told_to_stop_) {
        connection.reply(std::move(reply.outbound));
        return advance(found);
    }
    epoll_.remove(connection.peer().socket);
    Peer peer = connection.release();
    forget(found);
    detach_(std::move(peer), std::move(reply.outbound));
}

void Connections::look_at_what_is_due() {
    if (!is_listening_ && listening_) epoll_.add(listening_, listening_id, EPOLLIN);
    is_listening_ = true;
    std::vector<Id> due;
    const Ticks now = ticks();
    for (const auto& [id, entry] : table_)
        if (now >= entry.connection.due()) due.push_back(id);
    for (const Id id : due) {
        const auto found = table_.find(id);
        if (found == table_.end()) continue;
        found->second.connection.give_up();
        advance(found);
    }
}

void Connections::begin_to_stop() {
    epoll_.remove(listening_);
    listening_ = {};
    for (auto next = table_.begin(); next != table_.end();) {
        const auto found = next++;
        found->second.connection.wind_up();
        if (found->second.connection.state() == ClientConnection::State::over) forget(found);
    }
}

bool Connections::is_answering() const {
    using State = ClientConnection::State;
    return std::any_of(table_.begin(), table_.end(), [](const auto& entry) {
        const State state = entry.second.connection.state();
        return state == State::answering || state == State::writing;
    });
}

}  // namespace wrapup::server
