#pragma once

#include "server/push/patch_text.hpp"
#include "server/report.hpp"
#include "server/store/inbox_list.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

// A conversation as far as the reader may see it.
struct Transcript {
    Row row;
    std::vector<StoredEvent> events;
    std::optional<CustomerCard> customer;  // For agents only.
};

// Everything that one person may read, on one snapshot. Customers get rows and events as if what they may not see had
// never happened.
class Reader {
public:
    static constexpr Position patch_events_max = 1'000;
    static constexpr std::size_t own_rows_max = 20;
    static constexpr std::size_t others_of_customer_max = 10;

    // All of them must live longer.
    Reader(Connection& connection, const Actor& actor, const Policy& policy)
        : connection_(connection), actor_(actor), policy_(policy) {}

    Position position();
    std::vector<Colleague> colleagues();
    std::vector<Named> sites();
    std::optional<Preferences> preferences();  // Of an agent.
    std::vector<Named> topic_names();          // For agents.
    Page page(View view, const Filter& filter = {}, const std::optional<Cursor>& after = {});
    std::vector<Counted> counts();
    std::vector<Row> own_conversations();
    std::optional<Transcript> transcript(const ConversationId& conversation);
    // All that the rules were ever asked about it, as far as the reader may see that; `at` is left open.
    std::optional<Report> report(const ConversationId& conversation);

    // Whether no patch leads from there to here, so that everything must be read anew.
    bool out_of_reach(Position from);
    // From a position within reach to that of the snapshot.
    PatchText patch(Position from);

private:
    std::vector<StoredEvent> visible_of(const ConversationId& conversation);
    Row as_seen(Row row);
    CustomerCard card(const Customer& customer, const ConversationId& beside);
    std::optional<Named> customer_named_by(const Event& event);

    Connection& connection_;
    const Actor& actor_;
    const Policy& policy_;
};

}  // namespace wrapup::server
