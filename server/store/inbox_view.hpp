#pragma once

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// One that waits for somebody.
struct Waiting {
    ConversationId id;
    Conversation state;
};

// How the conversations stand: one row each, derived from the log in the same transaction as the events.
class InboxView {
public:
    explicit InboxView(Connection& connection) : connection_(connection) {}

    // Absent where there is none.
    Conversation state(const ConversationId& conversation);

    // Takes in the events that led to this state: all of them, or those since the last time.
    void project(const ConversationId& conversation, const Conversation& state, const std::vector<StoredEvent>& events,
                 const Policy& policy);

    // Forgets everything that was derived.
    void clear();

    // How many conversations of the actor's sites there are, by site and channel; without those that have none. Costs
    // the same however many there are.
    std::vector<Counted> counts(const Actor& actor);

    std::optional<Row> row(const ConversationId& conversation);
    std::vector<Row> of_customer(const CustomerId& customer, std::size_t rows_max);

    // What next_customer() has to choose from: their own with unread messages, and the first of each queue that they
    // can take from. Without the one that they leave.
    std::vector<Waiting> waiting_for(const Actor& agent, const ConversationId& leaving);
    // How many chats of its site wait before it, as `waiting_for` has them in order; at most so many. Nothing where it
    // does not wait itself.
    std::optional<std::int64_t> waiting_before(const ConversationId& conversation, std::int64_t chats_max);
    // The oldest chats that nobody owns.
    std::vector<Waiting> unowned_chats(int rows_max);

    // Open chats of those who came by the widget, and who they are.
    std::vector<std::pair<ConversationId, CustomerId>> open_chats_of_visitors();

    // Derives anew what is due when, which the policy says.
    void look_at_times(const Policy& policy);

    // Where something happened since then, on these sites; the latest.
    std::vector<ConversationId> active_since(Time since, const std::vector<SiteId>& sites, std::int64_t rows_max);

    // Those with a timer that has run out by then, the first ones first.
    std::vector<ConversationId> timers_until(Time now, int rows_max);
    std::optional<Time> next_timer();

private:
    std::string name_of_customer(const CustomerId& customer);
    void count(const ConversationId& conversation, const Conversation& state);

    Connection& connection_;
};

}  // namespace wrapup::server
