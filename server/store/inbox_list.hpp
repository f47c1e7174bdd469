#pragma once

#include "server/store/connection.hpp"
#include "server/store/filter.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

// What is snoozed is in `snoozed` only, until it comes back; what is closed in `closed` only.
enum class View : std::uint8_t { open, unassigned, mine, waiting, snoozed, closed, count };

// Where a page of a list goes on: after this row.
struct Cursor {
    Time activity_at;
    ConversationId conversation;
};

// A Row as JSON, its parts as they were stored: to be handed on, and not looked into.
struct WrittenRow {
    ConversationId conversation;
    Time activity_at;
    std::string json;
};

struct Page {
    std::vector<WrittenRow> rows;
    std::optional<Cursor> next;  // Where the list goes on, if it does.
};

// The lists of conversations, newest activity first.
class InboxList {
public:
    static constexpr std::size_t page_rows_max = 50;
    // Looked at for one page, in each site. So a filter that hardly any conversation passes costs no more than one that
    // all of them do: its pages are short, or empty, and the list goes on after them.
    static constexpr std::int64_t page_rows_looked_at_max = 2'000;

    explicit InboxList(Connection& connection) : connection_(connection) {}

    // The rows of the actor's sites after the cursor.
    Page page(View view, const Filter& filter, const Actor& actor, const std::optional<Cursor>& after);

private:
    struct Part;
    Part part_of(const SiteId& site, View view, const Filter& filter, const Cursor& from);

    Connection& connection_;
};

}  // namespace wrapup::server

namespace wrapup {
template <>
inline constexpr std::array<std::string_view, 6> names<server::View>{"open",    "unassigned", "mine",
                                                                     "waiting", "snoozed",    "closed"};
}
