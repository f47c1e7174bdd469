#pragma once

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// How often something happened under a policy, or would have.
struct Foreseen {
    std::int64_t ended = 0;        // Chats were ended, since the visitor was silent or gone.
    std::int64_t closed_left = 0;  // Chats were closed since the visitor left before anybody was there.
    std::int64_t reopened = 0;     // Customers came back, and it was opened again.
    std::int64_t refused = 0;      // Customers came back, and had to start anew.
    std::int64_t breached = 0;     // Customers were answered too late, or not yet and it is late.
    std::int64_t held_up = 0;      // Agents closed without a topic that is required.
};

// What one policy makes of conversations as they went. What people did is taken as it was: they might have done other
// things under another policy.
class Foresight {
public:
    Foresight(const Policy& policy, Time now) : policy_(policy), now_(now) {}

    // All events of one conversation; what happened before `since` is not counted.
    void add(const Events& events, Time since);
    // A customer wrote this long after their conversation was closed.
    void came_back(Channel channel, Milliseconds after);

    const Foreseen& foreseen() const { return foreseen_; }

private:
    void look_at_pause(const Conversation& state, Time from, Time until);
    void look_at_answer(const Conversation& before, const Conversation& after, Time at);

    const Policy& policy_;
    Time now_;
    Foreseen foreseen_;
};

struct Foretold {
    static constexpr std::int64_t days = 30;
    static constexpr std::int64_t conversations_max = 3'000;

    std::int64_t conversations = 0;  // How many were looked at: the latest, up to conversations_max.
    Foreseen now;
    Foreseen then;
};

// Replays the last days under the policy in force and under another.
Foretold preview(Connection& connection, const std::vector<SiteId>& sites, const Policy& in_force,
                 const Policy& proposed, Time now);

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::Foreseen>  { using T = server::Foreseen;  static constexpr std::tuple fields{Field{"ended", &T::ended}, Field{"closed_left", &T::closed_left}, Field{"reopened", &T::reopened}, Field{"refused", &T::refused}, Field{"breached", &T::breached}, Field{"held_up", &T::held_up}}; };
template <> struct Shape<server::Foretold> { using T = server::Foretold; static constexpr std::tuple fields{Field{"conversations", &T::conversations}, Field{"now", &T::now}, Field{"then", &T::then}}; };
// clang-format on
}  // namespace wrapup
