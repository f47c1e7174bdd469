#pragma once

#include <functional>
#include <map>

#include "server/demo_history.hpp"
#include "server/store/database.hpp"
#include "server/store/people.hpp"
#include "server/store/policies.hpp"

namespace wrapup::server {

// Fills the demo shop's inbox with a year of conversations that never were: most are closed, the latest stand as on a
// real desk at `now`. The same for the same number of them, but for the time.
class DemoDesk {
public:
    static constexpr std::int64_t transaction_max = 4'000;  // Conversations in one.
    static constexpr Milliseconds past_max{365 * 24 * std::chrono::hours{1}};

    // The shop must be there. All of them must live longer.
    DemoDesk(Database& database, const StoredPolicy& policy, Time now);

    // How many conversations the shop has.
    std::int64_t conversations();

    // Adds this many. `tell` is told how many there are so far, now and then.
    void add(std::int64_t count, const std::function<void(std::int64_t)>& tell);

private:
    struct Told {
        Events events;
        Conversation state;
        std::string customer;  // Their name; empty without one.
        Time ends_at() const { return events.back().at; }
    };
    Told tell_one(Connection& connection, Milliseconds ago);
    std::string next_id();
    DemoPlot plot_of(Milliseconds ago);
    Time start_of(Milliseconds ago);
    DemoEnding ending_of(Channel channel, Milliseconds ago, const Actor& owner);
    DemoPerson customer_of(Connection& connection, DemoPlot& plot);
    void store(Connection& connection, const Told& told);

    struct Regular {
        Actor actor;
        DemoPerson person;
    };
    static constexpr std::size_t regulars_max = 2'000;

    Database& database_;
    const StoredPolicy& policy_;
    Time now_;
    std::vector<Actor> team_;
    std::uint64_t ids_given_;
    Dice dice_;
    std::vector<Regular> regulars_;                              // Customers who may come again.
    std::map<std::string, Each<Group, std::uint32_t>> in_hand_;  // By agent.
};

}  // namespace wrapup::server
