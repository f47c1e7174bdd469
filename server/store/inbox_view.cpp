#include "server/store/inbox_view.hpp"

#include <algorithm>

#include "core/due.hpp"
#include "core/routing.hpp"
#include "core/text.hpp"
#include "core/timers.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

#define WRAPUP_ROWS "SELECT conversation, state, customer, customer_name, preview, activity_at FROM inbox "

// Comes after every time that there is.
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

template <class T>
T decoded(const std::string& text) {
    return decode<T>(Json::parse(text));
}

std::vector<Row> all_of(Query query) {
    std::vector<Row> rows;
    while (query.next()) {
        Row row{
            {query.text(0)}, decoded<Conversation>(query.text(1)), {query.text(2), query.text(3)}, {}, query.time(5)};
        if (!query.is_null(4)) row.preview = decoded<Preview>(query.text(4));
        rows.push_back(std::move(row));
    }
    return rows;
}

template <class Enum>
Enum by_name(std::string_view name) {
    const auto found = std::find(names<Enum>.begin(), names<Enum>.end(), name);
    if (found == names<Enum>.end()) throw Malformed("", "unknown name");
    return static_cast<Enum>(found - names<Enum>.begin());
}

// `text` is well-formed, as every text that the rules let through.
std::string first_code_points(const std::string& text, std::size_t code_points_max) {
    std::size_t code_points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_a_code_point = (static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u;
        if (begins_a_code_point && ++code_points > code_points_max) return text.substr(0, i);
    }
    return text;
}

std::optional<Preview> last_said_in(const std::vector<StoredEvent>& events) {
    std::optional<Preview> last;
    for (const StoredEvent& stored : events) {
        const auto say = [&](const auto& message) {
            const bool has_words = message.attachments.empty() || fault_of(message.text) != TextFault::empty;
            const std::string& text = has_words ? message.text : message.attachments.front().name;
            last = {stored.event.by.role, first_code_points(text, Preview::code_points_max)};
        };
        if (const auto* received = std::get_if<MessageReceived>(&stored.event.fact)) say(*received);
        if (const auto* replied = std::get_if<Replied>(&stored.event.fact)) say(*replied);
    }
    return last;
}

// Reading is no activity: nothing moves in a list because somebody looked at it.
Time activity_in(const std::vector<StoredEvent>& events) {
    Time last;
    for (const StoredEvent& stored : events)
        if (!std::holds_alternative<MarkedRead>(stored.event.fact)) last = std::max(last, stored.event.at);
    return last;
}

// Where the row lies in the table: where it began, then where it was closed last. So those that were closed about the
// same time, which a list shows together, lie together, however long ago they began.
std::optional<Position> place_in(const std::vector<StoredEvent>& events) {
    std::optional<Position> last;
    for (const StoredEvent& stored : events)
        if (std::holds_alternative<Started>(stored.event.fact) || std::holds_alternative<Closed>(stored.event.fact))
            last = stored.position;
    return last;
}

std::optional<std::string> name_or_null(std::optional<Group> group) {
    return group ? std::optional(std::string(name_of(*group))) : std::nullopt;
}

// The group in which it waits for anybody to take it.
std::optional<Group> waits_in(const Conversation& state) {
    const bool waits = !state.closed() && !state.owner && !state.snoozed();
    return waits ? std::optional(traits(state.channel).group) : std::nullopt;
}

bool is_snoozed(const Conversation& state) { return !state.closed() && state.snoozed(); }

bool unread_by_owner(const Conversation& state) {
    return !state.closed() && state.owner && is_unread(state, Actor{Role::agent, state.owner->value, {}, {}, {}, {}});
}

std::optional<Time> next_timer_of(const Conversation& state, const Policy& policy) {
    const auto timers = timers_due(state, policy);
    return timers.empty() ? std::nullopt : std::optional(timers.front().at);
}

std::vector<Waiting> all_waiting(Query query) {
    std::vector<Waiting> waiting;
    while (query.next()) waiting.push_back({{query.text(0)}, decoded<Conversation>(query.text(1))});
    return waiting;
}

// Of a row (channel, owner, status, snoozed, conversations): in which views these are.
Counts counts_of(const Query& row, const Actor& actor) {
    const auto owner = row.view(1);
    const auto status = by_name<Status>(row.view(2));
    const bool snoozed = row.integer(3) != 0;
    const std::int64_t n = row.integer(4);
    if (status == Status::closed) return {.closed = n};
    if (snoozed) return {.snoozed = n};
    return {.open = n,
            .unassigned = owner.empty() ? n : 0,
            .mine = owner == actor.id ? n : 0,
            .waiting = status == Status::waiting ? n : 0};
}

}  // namespace

Conversation InboxView::state(const ConversationId& conversation) {
    Query query = connection_.query("SELECT state FROM inbox WHERE conversation = ?", conversation);
    return query.next() ? decoded<Conversation>(query.text(0)) : Conversation{};
}

void InboxView::project(const ConversationId& conversation, const Conversation& state,
                        const std::vector<StoredEvent>& events, const Policy& policy) {
    count(conversation, state);
    const auto preview = last_said_in(events);
    const auto customer = state.customer.value.empty() ? std::nullopt : std::optional(state.customer);
    const bool starts = std::holds_alternative<Started>(events.front().event.fact);
    const auto place = place_in(events);
    connection_.run(
        "INSERT INTO inbox (place, conversation, site, customer, customer_name, owner, closed, activity_at, state, "
        "preview, started_at, due_at, timer_at, load_group, waits_in, unread_by_owner, channel, status, "
        "snoozed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (conversation) DO UPDATE SET owner = excluded.owner, closed = excluded.closed, "
        "activity_at = max(activity_at, excluded.activity_at), state = excluded.state, preview = "
        "ifnull(excluded.preview, preview), "
        "started_at = excluded.started_at, due_at = excluded.due_at, timer_at = excluded.timer_at, "
        "load_group = excluded.load_group, waits_in = excluded.waits_in, unread_by_owner = excluded.unread_by_owner, "
        "status = excluded.status, snoozed = excluded.snoozed",
        place, conversation, state.site, customer, starts && customer ? name_of_customer(*customer) : "", state.owner,
        std::int64_t{state.closed()}, activity_in(events), text_of(encode(state)),
        preview ? std::optional(text_of(encode(*preview))) : std::nullopt, state.started_at, due(state, policy),
        next_timer_of(state, policy), name_or_null(load_group(state)), name_or_null(waits_in(state)),
        std::int64_t{unread_by_owner(state)}, std::string(name_of(state.channel)), std::string(name_of(status(state))),
        std::int64_t{is_snoozed(state)});
    // By itself, since it moves the row in every index: most commands leave it where it is.
    if (place && !starts) connection_.run("UPDATE inbox SET place = ? WHERE conversation = ?", *place, conversation);
}

// Of a row that is there already, nobody asks: it has it.
std::string InboxView::name_of_customer(const CustomerId& customer) {
    Query query = connection_.query("SELECT name FROM customers WHERE id = ?", customer);
    return query.next() ? query.text(0) : "";
}

// Takes the conversation out of the count that it stood in and adds it to the one where it belongs now.
void InboxView::count(const ConversationId& conversation, const Conversation& state) {
    connection_.run(
        "UPDATE counts SET conversations = conversations - 1 WHERE (site, owner, channel, status, snoozed) = "
        "(SELECT site, ifnull(owner, ''), channel, status, snoozed FROM inbox WHERE conversation = ?)",
        conversation);
    connection_.run(
        "INSERT INTO counts (site, owner, channel, status, snoozed, conversations) VALUES (?, ?, ?, ?, ?, 1) "
        "ON CONFLICT DO UPDATE SET conversations = conversations + 1",
        state.site, state.owner.value_or(AgentId{}), std::string(name_of(state.channel)),
        std::string(name_of(status(state))), std::int64_t{is_snoozed(state)});
}

void InboxView::clear() {
    connection_.run("DELETE FROM counts");
    connection_.make_empty("inbox");
}

std::vector<Counted> InboxView::counts(const Actor& actor) {
    std::vector<Counted> all;
    for (const SiteId& site : actor.sites) {
        Each<Channel, Counts> by_channel;
        Query query =
            connection_.query("SELECT channel, owner, status, snoozed, conversations FROM counts WHERE site = ?", site);
        while (query.next()) by_channel[by_name<Channel>(query.view(0))] += counts_of(query, actor);
        for (std::size_t i = 0; i < names<Channel>.size(); ++i)
            if (const auto channel = static_cast<Channel>(i); by_channel[channel] != Counts{})
                all.push_back({site, channel, by_channel[channel]});
    }
    return all;
}

std::optional<Row> InboxView::row(const ConversationId& conversation) {
    auto rows = all_of(connection_.query(WRAPUP_ROWS "WHERE conversation = ?", conversation));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

std::vector<Row> InboxView::of_customer(const CustomerId& customer, std::size_t rows_max) {
    return all_of(connection_.query(WRAPUP_ROWS
                                    "WHERE customer = ? ORDER BY activity_at DESC, conversation DESC LIMIT ?",
                                    customer, static_cast<std::int64_t>(rows_max)));
}

std::vector<Waiting> InboxView::waiting_for(const Actor& agent, const ConversationId& leaving) {
    auto waiting = all_waiting(connection_.query(
        "SELECT conversation, state FROM inbox WHERE owner = ? AND unread_by_owner = 1 AND conversation <> ?", agent.id,
        leaving));
    for (const SiteId& site : agent.sites)
        for (std::size_t i = 0; i < names<Group>.size(); ++i) {
            if (!agent.takes(static_cast<Group>(i))) continue;
            auto first = all_waiting(connection_.query(
                "SELECT conversation, state FROM inbox WHERE site = ? AND waits_in = ? AND conversation <> ? "
                "ORDER BY due_at IS NULL, due_at, started_at, conversation LIMIT 1",
                site, std::string(names<Group>[i]), leaving));
            std::move(first.begin(), first.end(), std::back_inserter(waiting));
        }
    return waiting;
}

std::optional<std::int64_t> InboxView::waiting_before(const ConversationId& conversation, std::int64_t chats_max) {
    Query place = connection_.query(
        "SELECT site, ifnull(due_at, ?), started_at FROM inbox WHERE conversation = ? AND waits_in = 'messaging'",
        never, conversation);
    if (!place.next()) return std::nullopt;
    Query before = connection_.query(
        "SELECT count(*) FROM (SELECT 1 FROM inbox WHERE site = ? AND waits_in = 'messaging' AND channel = 'chat' "
        "AND (ifnull(due_at, ?), started_at, conversation) < (?, ?, ?) LIMIT ?)",
        place.text(0), never, place.integer(1), place.integer(2), conversation, chats_max);
    before.next();
    return before.integer(0);
}

std::vector<Waiting> InboxView::unowned_chats(int rows_max) {
    return all_waiting(
        connection_.query("SELECT conversation, state FROM inbox WHERE waits_in = 'messaging' AND channel = 'chat' "
                          "ORDER BY started_at, conversation LIMIT ?",
                          std::int64_t{rows_max}));
}

std::vector<std::pair<ConversationId, CustomerId>> InboxView::open_chats_of_visitors() {
    Query query = connection_.query(
        "SELECT conversation, customer FROM inbox WHERE site IN (SELECT id FROM sites) AND closed = 0 "
        "AND channel = 'chat' AND EXISTS (SELECT 1 FROM visitors WHERE visitors.customer = inbox.customer)");
    std::vector<std::pair<ConversationId, CustomerId>> chats;
    while (query.next()) chats.push_back({{query.text(0)}, {query.text(1)}});
    return chats;
}

void InboxView::look_at_times(const Policy& policy) {
    const auto open = all_waiting(
        connection_.query("SELECT conversation, state FROM inbox WHERE site IN (SELECT id FROM sites) AND closed = 0"));
    for (const Waiting& one : open)
        connection_.run("UPDATE inbox SET due_at = ?, timer_at = ? WHERE conversation = ?", due(one.state, policy),
                        next_timer_of(one.state, policy), one.id);
}

std::vector<ConversationId> InboxView::active_since(Time since, const std::vector<SiteId>& sites,
                                                    std::int64_t rows_max) {
    std::vector<std::pair<Time, ConversationId>> latest;
    for (const SiteId& site : sites)
        for (const std::int64_t closed : {0, 1}) {
            Query query = connection_.query(
                "SELECT activity_at, conversation FROM inbox WHERE site = ? AND closed = ? AND activity_at >= ? "
                "ORDER BY activity_at DESC, conversation DESC LIMIT ?",
                site, closed, since, rows_max);
            while (query.next()) latest.push_back({query.time(0), {query.text(1)}});
        }
    std::sort(latest.begin(), latest.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.value) > std::tie(b.first, b.second.value);
    });
    if (std::cmp_greater(latest.size(), rows_max)) latest.resize(static_cast<std::size_t>(rows_max));
    std::vector<ConversationId> conversations;
    for (auto& [at, conversation] : latest) conversations.push_back(std::move(conversation));
    return conversations;
}

std::vector<ConversationId> InboxView::timers_until(Time now, int rows_max) {
    Query query = connection_.query("SELECT conversation FROM inbox WHERE timer_at <= ? ORDER BY timer_at LIMIT ?", now,
                                    std::int64_t{rows_max});
    std::vector<ConversationId> conversations;
    while (query.next()) conversations.push_back({query.text(0)});
    return conversations;
}

std::optional<Time> InboxView::next_timer() {
    Query query = connection_.query("SELECT min(timer_at) FROM inbox WHERE timer_at IS NOT NULL");
    query.next();
    return query.is_null(0) ? std::nullopt : std::optional(query.time(0));
}

}  // namespace wrapup::server
