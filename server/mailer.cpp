#include "server/mailer.hpp"

#include "server/log.hpp"

namespace wrapup::server {

Mailer::Mailer(Service& service, Post post) : sender_(service, std::move(post)), thread_([this] { run(); }) {}

Mailer::~Mailer() {
    {
        const std::lock_guard lock(mutex_);
        stopped_at_ = ticks();
    }
    stopping_.notify_one();
    thread_.join();
}

void Mailer::run() {
    std::unique_lock lock(mutex_);
    while (!stopped_at_) {
        lock.unlock();
        auto did = MailSender::Did::nothing;
        try {
            did = send_one();
        } catch (...) {
            log_fault("the mail", std::current_exception());
        }
        lock.lock();
        if (did == MailSender::Did::nothing)
            stopping_.wait_for(lock, look_again_every, [&] { return stopped_at_.has_value(); });
    }
}

MailSender::Did Mailer::send_one() {
    if (ticks() >= forget_at_) {
        forget_at_ = ticks() + forget_every;
        sender_.forget_addresses();
    }
    return sender_.send_one([this] { return is_to_hurry(); });
}

bool Mailer::is_to_hurry() {
    const std::lock_guard lock(mutex_);
    return stopped_at_ && ticks() - *stopped_at_ > stop_ms_max;
}

}  // namespace wrapup::server
