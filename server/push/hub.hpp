#pragma once

#include <deque>
#include <list>
#include <mutex>
#include <unordered_map>

#include "server/push/mailbox.hpp"
#include "server/push/presence.hpp"

namespace wrapup::server {

// Hands every commit to the streams of those who may know of its conversations, and remembers the latest for those who
// were away for a moment. Safe to use from several threads.
class Hub {
    struct Subscriber {
        Actor actor;
        Mailbox mailbox;
    };
    using Subscribers = std::list<Subscriber>;

public:
    static constexpr Position remembered_positions_max = 4'096;
    static constexpr std::size_t remembered_bytes_max = 8 * 1024 * 1024;

    // `position` is where the log stands.
    explicit Hub(Position position) : position_(position), remembers_after_(position) {}

    // A place at the hub, for as long as it lives.
    class Subscription {
    public:
        ~Subscription();
        Subscription(const Subscription&) = delete;
        Subscription& operator=(const Subscription&) = delete;
        Mailbox& mailbox() { return subscriber_->mailbox; }

    private:
        friend class Hub;
        Subscription(Hub& hub, Subscribers::iterator subscriber) : hub_(hub), subscriber_(subscriber) {}
        Hub& hub_;
        Subscribers::iterator subscriber_;
    };

    // Nothing once the hub is closed. How many there may be is for those to limit who let them in.
    std::unique_ptr<Subscription> subscribe(const Actor& actor);

    // In the order of the commits. It must not be lost once the commit is done: without memory for it, we end.
    void announce(const SharedCommit& commit) noexcept;

    // To the agents of any of these sites but the one that it is about, to one agent, or to a customer.
    void tell_agents(const std::vector<SiteId>& sites, const SharedNotice& notice, const std::string& about);
    // To everybody who is here.
    void tell_everybody(const SharedNotice& notice);
    void tell_agent(const AgentId& agent, const SharedNotice& notice);
    void tell_customer(const CustomerId& customer, const SharedNotice& notice);

    // Everything that was announced after this position, in order. Nothing where that reaches beyond what is
    // remembered, or what was announced: the log knows.
    std::optional<std::vector<SharedCommit>> since(Position position) const;

    // Ends the streams of an agent or a customer. Whoever may come back comes back as who they are then.
    void cut_off(const std::string& id);

    // Ends every stream, for good.
    void close();

    Presence& presence() { return presence_; }

private:
    static void hand(Subscribers& subscribers, const SharedCommit& commit);
    void hand_agents(const std::vector<SiteId>& sites, const SharedNotice& notice, const std::string& about);
    void remember(const SharedCommit& commit);
    Subscribers& place_of(const Actor& actor);

    Presence presence_;

    mutable std::mutex mutex_;
    // Customers by their id: there are many of them, and each may know of little.
    Subscribers agents_;
    std::unordered_map<std::string, Subscribers> customers_;
    bool closed_ = false;

    Position position_;
    Position remembers_after_;
    std::deque<SharedCommit> remembered_;
    std::size_t remembered_bytes_ = 0;
};

}  // namespace wrapup::server
