#pragma once

#include <list>
#include <mutex>

#include "server/push/mailbox.hpp"

namespace wrapup::server {

// Hands every commit to the streams of those who may know of its conversation. Safe to use from several threads.
class Hub {
    struct Subscriber {
        Actor actor;
        Mailbox mailbox;
    };

public:
    static constexpr std::size_t streams_max = 20'000;

    // A place at the hub, for as long as it lives.
    class Subscription {
    public:
        ~Subscription();
        Subscription(const Subscription&) = delete;
        Subscription& operator=(const Subscription&) = delete;
        Mailbox& mailbox() { return subscriber_->mailbox; }

    private:
        friend class Hub;
        Subscription(Hub& hub, std::list<Subscriber>::iterator subscriber) : hub_(hub), subscriber_(subscriber) {}
        Hub& hub_;
        std::list<Subscriber>::iterator subscriber_;
    };

    // Nothing while all places are taken, or once the hub is closed.
    std::unique_ptr<Subscription> subscribe(const Actor& actor);

    // In the order of the commits. It must not be lost once the commit is done: without memory for it, we end.
    void announce(const SharedCommit& commit) noexcept;

    // Ends every stream, for good.
    void close();

private:
    std::mutex mutex_;
    std::list<Subscriber> subscribers_;
    bool closed_ = false;
};

}  // namespace wrapup::server
