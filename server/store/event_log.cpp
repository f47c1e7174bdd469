#include "server/store/event_log.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

template <class T>
T decoded(const Query& row, int column) {
    return decode<T>(Json::parse(row.text(column)));
}

// Of a row (position, conversation, version, at, actor, body).
std::vector<StoredEvent> all_of(Query query) {
    std::vector<StoredEvent> events;
    while (query.next()) {
        Event event{static_cast<Version>(query.integer(2)), query.time(3), decoded<Author>(query, 4),
                    decoded<Fact>(query, 5)};
        events.push_back({query.integer(0), {query.text(1)}, std::move(event)});
    }
    return events;
}

}  // namespace

Position EventLog::position() {
    Query query = connection_.query("SELECT ifnull(max(position), 0) FROM events");
    query.next();
    return query.integer(0);
}

std::vector<StoredEvent> EventLog::append(const ConversationId& conversation, const Events& events,
                                          std::int64_t policy) {
    std::vector<StoredEvent> stored;
    for (const Event& event : events) {
        connection_.run("INSERT INTO events (conversation, version, at, actor, body, policy) VALUES (?, ?, ?, ?, ?, ?)",
                        conversation, std::int64_t{event.version}, event.at, text_of(encode(event.by)),
                        text_of(encode(event.fact)), policy);
        stored.push_back({connection_.raw().getLastInsertRowid(), conversation, event});
    }
    return stored;
}

std::vector<StoredEvent> EventLog::after(Position position) {
    return all_of(
        connection_.query("SELECT position, conversation, version, at, actor, body FROM events "
                          "WHERE position > ? ORDER BY position",
                          position));
}

std::vector<StoredEvent> EventLog::of(const ConversationId& conversation) {
    return all_of(
        connection_.query("SELECT position, conversation, version, at, actor, body FROM events "
                          "WHERE conversation = ? ORDER BY version",
                          conversation));
}

}  // namespace wrapup::server
