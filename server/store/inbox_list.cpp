#include "server/store/inbox_list.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

#define WRAPUP_ROWS                                                                                           \
    "SELECT conversation, state, customer, customer_name, preview, activity_at, (?5 IS NULL OR status = ?5) " \
    "AND (?6 = 0 OR owner IS ?7) AND (?8 IS NULL OR channel = ?8) AND (?9 IS NULL OR EXISTS "                 \
    "(SELECT 1 FROM json_each(state, '$.topics') AS topic WHERE topic.value = ?9)) AS passes FROM inbox "
#define WRAPUP_PAGE "AND (activity_at, conversation) < (?2, ?3) ORDER BY activity_at DESC, conversation DESC LIMIT ?4"

// In the order of the statements below.
enum class Scope : std::uint8_t { queue, queue_by_status, queue_by_owner, snoozed, closed, closed_by_owner, count };

// Each is read along an index; what that does not narrow is looked at row by row.
constexpr std::array<const char*, static_cast<std::size_t>(Scope::count)> page_of_scope{
    WRAPUP_ROWS "WHERE site = ?1 AND closed = 0 AND snoozed = 0 " WRAPUP_PAGE,
    WRAPUP_ROWS "WHERE site = ?1 AND closed = 0 AND snoozed = 0 AND status = ?5 " WRAPUP_PAGE,
    WRAPUP_ROWS "WHERE site = ?1 AND closed = 0 AND snoozed = 0 AND owner IS ?7 " WRAPUP_PAGE,
    WRAPUP_ROWS "WHERE site = ?1 AND snoozed = 1 " WRAPUP_PAGE,
    WRAPUP_ROWS "WHERE site = ?1 AND closed = 1 " WRAPUP_PAGE,
    WRAPUP_ROWS "WHERE site = ?1 AND closed = 1 AND owner IS ?7 " WRAPUP_PAGE,
};
constexpr int passes_column = 6;

Scope scope_of(View view, const Filter& filter) {
    if (view == View::snoozed) return Scope::snoozed;
    if (view == View::closed) return filter.owner ? Scope::closed_by_owner : Scope::closed;
    if (filter.owner) return Scope::queue_by_owner;
    return filter.status ? Scope::queue_by_status : Scope::queue;
}

// Takes on what the view asks for by its name. Returns whether that and the filter can both hold.
template <class T>
bool narrow(std::optional<T>& wanted, const T& by_name) {
    if (wanted && *wanted != by_name) return false;
    wanted = by_name;
    return true;
}

bool narrow(Filter& filter, View view, const Actor& actor) {
    switch (view) {
        case View::unassigned:
            return narrow(filter.owner, Filter::Owner{});
        case View::mine:
            return narrow(filter.owner, Filter::Owner{AgentId{actor.id}});
        case View::waiting:
            return narrow(filter.status, Status::waiting);
        case View::open:
        case View::snoozed:
        case View::closed:
        case View::count:
            break;
    }
    return true;
}

// There are fifty of them in every page of a list, so each is looked at once, and written in one go.
WrittenRow written(const Query& row) {
    const auto conversation = row.view(0), state = row.view(1), customer = row.view(2), name = row.view(3),
               preview = row.view(4);
    const std::int64_t activity_at = row.integer(5);
    constexpr std::size_t small_bytes = 160;  // What the rest takes, about.
    std::string json;
    json.reserve(small_bytes + state.size() + name.size() + preview.size());
    json += "{\"activity_at\":";
    json += std::to_string(activity_at);
    json += ",\"conversation\":";
    add_quoted(json, conversation);
    json += ",\"customer\":{\"id\":";
    add_quoted(json, customer);
    json += ",\"name\":";
    add_quoted(json, name);
    json += "},\"preview\":";
    json += preview.empty() ? "null" : preview;
    json += ",\"state\":";
    json += state;
    json += '}';
    return {{std::string(conversation)}, Time{Milliseconds{activity_at}}, std::move(json)};
}

bool is_newer(const Cursor& a, const Cursor& b) {
    return std::tie(a.activity_at, a.conversation.value) > std::tie(b.activity_at, b.conversation.value);
}

Cursor place_of(const WrittenRow& row) { return {row.activity_at, row.conversation}; }

}  // namespace

// Of one site.
struct InboxList::Part {
    std::vector<WrittenRow> rows;
    std::optional<Cursor> stopped;  // The last that was looked at, where there may be more.
};

InboxList::Part InboxList::part_of(const SiteId& site, View view, const Filter& filter, const Cursor& from) {
    const auto name = [](const auto& value) {
        return value ? std::optional(std::string(name_of(*value))) : std::nullopt;
    };
    const char* sql = page_of_scope[static_cast<std::size_t>(scope_of(view, filter))];
    Query query = connection_.query(sql, site, from.activity_at, from.conversation, page_rows_looked_at_max,
                                    name(filter.status), std::int64_t{filter.owner.has_value()},
                                    filter.owner.value_or(std::nullopt), name(filter.channel), filter.topic);
    Part part;
    part.rows.reserve(page_rows_max + 1);
    for (std::int64_t looked_at = 1; part.rows.size() <= page_rows_max && query.next(); ++looked_at) {
        if (query.integer(passes_column) != 0) part.rows.push_back(written(query));
        if (looked_at == page_rows_looked_at_max) part.stopped = Cursor{query.time(5), {query.text(0)}};
    }
    return part;
}

Page InboxList::page(View view, const Filter& filter, const Actor& actor, const std::optional<Cursor>& after) {
    Page page;
    Filter narrowed = filter;
    if (!narrow(narrowed, view, actor)) return page;
    const Cursor from = after.value_or(Cursor{Time{Milliseconds{std::numeric_limits<std::int64_t>::max()}}, {}});
    for (const SiteId& site : actor.sites) {
        if (filter.site && *filter.site != site) continue;
        Part part = part_of(site, view, narrowed, from);
        std::move(part.rows.begin(), part.rows.end(), std::back_inserter(page.rows));
        if (part.stopped && (!page.next || is_newer(*part.stopped, *page.next))) page.next = part.stopped;
    }
    std::sort(page.rows.begin(), page.rows.end(),
              [](const WrittenRow& a, const WrittenRow& b) { return is_newer(place_of(a), place_of(b)); });
    // Of a site that was not looked at to its end, there may be some between those that come after that.
    while (page.next && !page.rows.empty() && is_newer(*page.next, place_of(page.rows.back()))) page.rows.pop_back();
    if (page.rows.size() > page_rows_max) {
        page.rows.resize(page_rows_max);
        page.next = place_of(page.rows.back());
    }
    return page;
}

}  // namespace wrapup::server
