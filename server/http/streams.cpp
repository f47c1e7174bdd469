#include "server/http/streams.hpp"

#include <sys/socket.h>

#include "server/ids.hpp"
#include "server/log.hpp"
#include "server/metrics.hpp"

namespace wrapup::server {
namespace {

// Of what a reader sends us: it is thrown away, and who sends more at a time does not listen.
constexpr std::size_t unread_bytes_max = 1024;
constexpr int reads_max = 16;

}  // namespace

Streams::Streams() : buffer_(unread_bytes_max) {
    epoll_.add(bell_.descriptor(), bell_id, EPOLLIN);
    thread_ = std::thread([this] { run(); });
}

void Streams::add(Peer peer, std::string unsent, std::shared_ptr<Pushed> pushed) {
    ::setsockopt(peer.socket.get(), SOL_SOCKET, SO_SNDBUF, &socket_buffer_bytes, sizeof(socket_buffer_bytes));
    {
        const std::lock_guard lock(mutex_);
        news_.added.push_back({std::move(peer), std::move(unsent), std::move(pushed), ticks() + stalled_ms_max});
    }
    bell_.ring();
}

void Streams::stop() {
    stopped_ = true;
    bell_.ring();
    if (thread_.joinable()) thread_.join();
}

void Streams::wake(Id id) {
    bool is_first = false;
    {
        const std::lock_guard lock(mutex_);
        is_first = news_.woken.empty();
        news_.woken.push_back(id);
    }
    if (is_first) bell_.ring();
}

void Streams::run() {
    Ticks looked_at = ticks();
    while (!stopped_) {
        for (const epoll_event& event : epoll_.wait(look_every)) look_at(event);
        take_news();
        metrics.streams.set(readers_.size());
        if (ticks() - looked_at < look_every) continue;
        looked_at = ticks();
        look_at_what_is_due();
    }
    take_news();
    say_farewell();
}

void Streams::take_news() {
    News news;
    {
        const std::lock_guard lock(mutex_);
        std::swap(news, news_);
    }
    for (Reader& reader : news.added) welcome(std::move(reader));
    for (const Id id : news.woken) pump(id);
}

void Streams::welcome(Reader reader) {
    const Id id = ++last_id_;
    epoll_.add(reader.peer.socket, id, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
    reader.pushed->wake_by([this, id] { wake(id); });
    readers_.emplace(id, std::move(reader));
    pump(id);  // What has come before it could wake us.
}

void Streams::look_at(const epoll_event& event) {
    const Id id = event.data.u64;
    if (id == bell_id) return bell_.silence();
    const auto found = readers_.find(id);
    if (found == readers_.end()) return;
    const bool has_gone = (event.events & (EPOLLERR | EPOLLHUP | EPOLLRDHUP)) != 0 || !still_there(found->second);
    if (has_gone)
        readers_.erase(found);
    else
        pump(id);
}

void Streams::look_at_what_is_due() {
    std::vector<Id> due, stalled;
    const Ticks now = ticks();
    for (const auto& [id, reader] : readers_) {
        if (!reader.unsent.empty() && now >= reader.stalls_at) stalled.push_back(id);
        if (reader.unsent.empty() && now >= reader.pushed->due()) due.push_back(id);
    }
    for (const Id id : stalled) readers_.erase(id);
    for (const Id id : due) pump(id);
}

void Streams::say_farewell() {
    for (auto& [id, reader] : readers_) {
        const auto wait_ms = come_back_ms_min + random_below(come_back_ms_max - come_back_ms_min);
        if (reader.unsent.empty()) reader.unsent = "retry: " + std::to_string(wait_ms) + "\n\n";
        send_some(reader.peer.socket, reader.unsent);
        finish_sending(reader.peer.socket);
    }
    readers_.clear();
}

void Streams::pump(Id id) {
    const auto found = readers_.find(id);
    if (found == readers_.end()) return;
    bool stays = false;
    try {
        stays = pump(found->second);
    } catch (...) {
        log_fault("a stream", std::current_exception());
    }
    if (!stays) readers_.erase(found);
}

bool Streams::pump(Reader& reader) {
    while (true) {
        const std::size_t before = reader.unsent.size();
        if (before == 0) reader.stalls_at = ticks() + stalled_ms_max;
        if (!reader.is_last && before < unsent_bytes_max)
            reader.is_last = reader.pushed->pump(reader.unsent) == Pushed::State::ended;
        if (before >= unsent_bytes_max && reader.pushed->is_closed()) return false;
        const bool has_more = reader.unsent.size() > before;
        if (!send(reader)) return false;
        if (!reader.unsent.empty()) return true;
        if (reader.is_last) finish_sending(reader.peer.socket);
        if (reader.is_last) return false;
        if (!has_more) return true;
    }
}

bool Streams::send(Reader& reader) {
    const Sent sent = send_some(reader.peer.socket, reader.unsent);
    if (sent.bytes > 0) {
        reader.stalls_at = ticks() + stalled_ms_max;
        if (sent.bytes == reader.unsent.size())
            reader.unsent = {};
        else
            reader.unsent.erase(0, sent.bytes);
    }
    return sent.open;
}

bool Streams::still_there(const Reader& reader) {
    std::string_view unread;
    for (int reads = 0; reads < reads_max; ++reads) {
        const Received received = receive_some(reader.peer.socket, buffer_, unread);
        if (received != Received::something) return received == Received::nothing_yet;
    }
    return false;
}

}  // namespace wrapup::server
