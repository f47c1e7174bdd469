#include "server/reader.hpp"

#include <map>

#include "core/digest.hpp"
#include "core/evolve.hpp"
#include "core/visible.hpp"
#include "server/authorize.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/policies.hpp"
#include "server/store/staffing.hpp"
#include "server/store/topic_names.hpp"

namespace wrapup::server {
namespace {

void add_if_visible(const StoredEvent& stored, const Actor& actor, const Policy& policy,
                    std::vector<StoredEvent>& events) {
    if (auto event = visible_to(stored.event, actor, policy))
        events.push_back({stored.position, stored.conversation, std::move(*event)});
}

bool is_customer(const Actor& actor) { return actor.role == Role::customer; }

// Those of their sites that the reader shares.
std::vector<SiteId> shared_sites(const Actor& other, const Actor& reader) {
    std::vector<SiteId> shared;
    for (const SiteId& site : other.sites)
        if (std::find(reader.sites.begin(), reader.sites.end(), site) != reader.sites.end()) shared.push_back(site);
    return shared;
}

}  // namespace

Position Reader::position() { return EventLog(connection_).position(); }

std::vector<Colleague> Reader::colleagues() {
    std::vector<Colleague> colleagues;
    for (Agent& agent : People(connection_).agents()) {
        agent.actor.sites = shared_sites(agent.actor, actor_);
        if (agent.actor.sites.empty()) continue;
        if (is_customer(actor_)) agent.actor = Actor{agent.actor.role, agent.actor.id, {}, {}, default_capacity, {}};
        colleagues.push_back({std::move(agent.actor), std::move(agent.name)});
    }
    return colleagues;
}

std::vector<Named> Reader::sites() {
    std::vector<Named> sites;
    for (const SiteId& id : actor_.sites)
        if (const auto site = People(connection_).site(id)) sites.push_back({site->id.value, site->name});
    return sites;
}

std::optional<Preferences> Reader::preferences() {
    return is_customer(actor_) ? std::nullopt : std::optional(Staffing(connection_).preferences({actor_.id}));
}

std::vector<Named> Reader::topic_names() {
    return is_customer(actor_) ? std::vector<Named>{} : TopicNames(connection_).all();
}

Page Reader::page(View view, const Filter& filter, const std::optional<Cursor>& after) {
    return InboxList(connection_).page(view, filter, actor_, after);
}

std::vector<Counted> Reader::counts() { return InboxView(connection_).counts(actor_); }

std::vector<Row> Reader::own_conversations() {
    std::vector<Row> rows;
    for (Row& row : InboxView(connection_).of_customer({actor_.id}, own_rows_max))
        rows.push_back(as_seen(std::move(row)));
    return rows;
}

std::optional<Transcript> Reader::transcript(const ConversationId& conversation) {
    auto row = InboxView(connection_).row(conversation);
    if (!row || !may_see(actor_, row->state)) return std::nullopt;
    Transcript transcript{as_seen(std::move(*row)), visible_of(conversation), {}};
    if (is_customer(actor_)) return transcript;
    if (const auto customer = People(connection_).customer(transcript.row.state.customer))
        transcript.customer = card(*customer, conversation);
    return transcript;
}

std::optional<Report> Reader::report(const ConversationId& conversation) {
    const auto row = InboxView(connection_).row(conversation);
    if (!row || !may_see(actor_, row->state)) return std::nullopt;
    Report report{{}, actor_, {}};
    for (StoredPolicy& stored : Policies(connection_).all())
        report.history.policies.push_back({stored.from, visible_to(stored.policy, actor_)});
    for (Colleague& colleague : colleagues()) report.history.colleagues.push_back(std::move(colleague.actor));
    for (StoredEvent& stored : visible_of(conversation)) report.history.events.push_back(std::move(stored.event));
    return report;
}

CustomerCard Reader::card(const Customer& customer, const ConversationId& beside) {
    CustomerCard card{customer.id,       customer.name,       customer.page,       customer.locale,
                      customer.referrer, customer.time_zone,  customer.device,     customer.email,
                      customer.verified, customer.attributes, customer.created_at, {}};
    for (Row& row : InboxView(connection_).of_customer(customer.id, others_of_customer_max + 1))
        if (row.conversation != beside && may_see(actor_, row.state)) card.conversations.push_back(std::move(row));
    if (card.conversations.size() > others_of_customer_max) card.conversations.resize(others_of_customer_max);
    return card;
}

std::vector<StoredEvent> Reader::visible_of(const ConversationId& conversation) {
    std::vector<StoredEvent> events;
    for (const StoredEvent& stored : EventLog(connection_).of(conversation))
        add_if_visible(stored, actor_, policy_, events);
    return events;
}

Row Reader::as_seen(Row row) {
    if (!is_customer(actor_)) return row;
    row.state = {};
    for (const StoredEvent& stored : visible_of(row.conversation)) {
        row.state = evolve(std::move(row.state), stored.event);
        if (!std::holds_alternative<MarkedRead>(stored.event.fact)) row.activity_at = stored.event.at;
    }
    return row;
}

bool Reader::out_of_reach(Position from) { return from > position() || position() - from > patch_events_max; }

PatchText Reader::patch(Position from) {
    std::vector<StoredEvent> events = EventLog(connection_).after(from);
    // As they are now: whoever may know of a conversation now may know of all of it, but only its last event led to
    // this state.
    std::map<std::string, Conversation> states;
    for (auto stored = events.rbegin(); stored != events.rend(); ++stored) {
        const auto [state, is_last] = states.try_emplace(stored->conversation.value);
        if (!is_last) continue;
        state->second = InboxView(connection_).state(stored->conversation);
        if (!is_customer(actor_)) stored->digest = digest(state->second);
    }
    PatchText patch(actor_, policy_, from);
    for (StoredEvent& stored : events) {
        const Conversation& state = states.at(stored.conversation.value);
        auto customer = customer_named_by(stored.event);
        patch.add(Change{{std::move(stored)}, state, std::move(customer)});
    }
    return patch;
}

std::optional<Named> Reader::customer_named_by(const Event& event) {
    const auto* started = std::get_if<Started>(&event.fact);
    const auto* identified = std::get_if<Identified>(&event.fact);
    if (started == nullptr && identified == nullptr) return std::nullopt;
    const auto customer = People(connection_).customer(started != nullptr ? started->customer : identified->customer);
    return customer ? std::optional(Named{customer->id.value, customer->name}) : std::nullopt;
}

}  // namespace wrapup::server
