#include "server/store/measures.hpp"

#include <unordered_map>

#include "core/evolve.hpp"
#include "core/overloaded.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

#define WRAPUP_MEASURES                                                                                    \
    "SELECT conversation, site, channel, started_at, agent, first_reply_at, closed_at, reopenings, topics" \
    " FROM measures "

std::optional<Time> time_or_none(const Query& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.time(column));
}

Measure measure_of(const Query& row) {
    Measure measure{{row.text(0)}, {row.text(1)}, decode<Channel>(Json(row.text(2))), row.time(3), {}, {}, {}, 0, {}};
    if (!row.is_null(4)) measure.agent = AgentId{row.text(4)};
    measure.first_reply_at = time_or_none(row, 5);
    measure.closed_at = time_or_none(row, 6);
    measure.reopenings = row.integer(7);
    return measure;
}

std::vector<TopicId> topics_from(const std::string& text) { return decode<std::vector<TopicId>>(Json::parse(text)); }

// `after`: how it stood once this had happened.
void take_in(Measure& measure, const Conversation& after, const Event& event) {
    if (after.owner) measure.agent = after.owner;
    if (after.had_reply && !measure.first_reply_at) measure.first_reply_at = event.at;
    measure.topics = after.topics;
    std::visit(overloaded{
                   [&](const Closed&) { measure.closed_at = event.at; },
                   [&](const CloseUndone&) { measure.closed_at.reset(); },
                   [&](const Reopened&) {
                       measure.closed_at.reset();
                       ++measure.reopenings;
                   },
                   [](const auto&) {},
               },
               event.fact);
}

}  // namespace

void Measures::take(const ConversationId& conversation, Conversation before, const std::vector<StoredEvent>& events) {
    Conversation state = std::move(before);
    const auto known = state.absent() ? std::nullopt : find(conversation, state);
    Measure measure = known.value_or(Measure{});
    for (const StoredEvent& stored : events) {
        state = evolve(std::move(state), stored.event);
        take_in(measure, state, stored.event);
    }
    measure.conversation = conversation;
    measure.site = state.site;
    measure.channel = state.channel;
    measure.started_at = state.started_at;
    if (measure != known) put(measure);
}

std::optional<Measure> Measures::find(const ConversationId& conversation, const Conversation& state) {
    Query query = connection_.query(WRAPUP_MEASURES "WHERE site = ? AND started_at = ? AND conversation = ?",
                                    state.site, state.started_at, conversation);
    if (!query.next()) return std::nullopt;
    Measure measure = measure_of(query);
    measure.topics = topics_from(query.text(8));
    return measure;
}

void Measures::put(const Measure& measure) {
    connection_.run(
        "INSERT INTO measures (site, started_at, conversation, channel, agent, first_reply_at, closed_at, reopenings, "
        "topics) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET agent = excluded.agent, "
        "first_reply_at = excluded.first_reply_at, closed_at = excluded.closed_at, reopenings = excluded.reopenings, "
        "topics = excluded.topics",
        measure.site, measure.started_at, measure.conversation, std::string(name_of(measure.channel)), measure.agent,
        measure.first_reply_at, measure.closed_at, measure.reopenings, text_of(encode(measure.topics)));
}

void Measures::clear() { connection_.make_empty("measures"); }

void Measures::each(const SiteId& site, Time from, Time until, const Tell& tell) {
    std::unordered_map<std::string, std::vector<TopicId>> read;  // Most conversations are about what others are about.
    Query query =
        connection_.query(WRAPUP_MEASURES "WHERE site = ? AND started_at >= ? AND started_at < ?", site, from, until);
    while (query.next()) {
        Measure measure = measure_of(query);
        const std::string topics = query.text(8);
        auto known = read.find(topics);
        if (known == read.end()) known = read.emplace(topics, topics_from(topics)).first;
        measure.topics = known->second;
        tell(measure);
    }
}

}  // namespace wrapup::server
