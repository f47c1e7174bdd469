#include "server/store/staffing.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

Set<Group> Staffing::available(const AgentId& agent) {
    Query query = connection_.query("SELECT available FROM staffing WHERE agent = ?", agent);
    return query.next() ? decode<Set<Group>>(Json::parse(query.text(0))) : every<Group>();
}

void Staffing::set_available(const AgentId& agent, Set<Group> groups) {
    connection_.run(
        "INSERT INTO staffing (agent, available) VALUES (?, ?) "
        "ON CONFLICT (agent) DO UPDATE SET available = excluded.available",
        agent, text_of(encode(groups)));
}

std::vector<std::string> Staffing::names_of_available(const SiteId& site, Group group,
                                                      const std::function<bool(const std::string& agent)>& is_here,
                                                      std::size_t names_max) {
    Query query = connection_.query(
        "SELECT agents.id, name, available FROM agent_sites JOIN agents ON agents.id = agent_sites.agent "
        "LEFT JOIN staffing ON staffing.agent = agents.id WHERE site = ? AND disabled_at IS NULL ORDER BY name",
        site);
    std::vector<std::string> names;
    while (names.size() < names_max && query.next()) {
        const bool takes = query.is_null(2) || decode<Set<Group>>(Json::parse(query.view(2))).has(group);
        if (takes && is_here(query.text(0))) names.push_back(query.text(1));
    }
    return names;
}

Preferences Staffing::preferences(const AgentId& agent) {
    Query query = connection_.query("SELECT after_closing FROM staffing WHERE agent = ?", agent);
    return query.next() ? Preferences{decode<AfterClosing>(Json(query.text(0)))} : Preferences{};
}

void Staffing::set_preferences(const AgentId& agent, const Preferences& preferences) {
    connection_.run(
        "INSERT INTO staffing (agent, after_closing) VALUES (?, ?) "
        "ON CONFLICT (agent) DO UPDATE SET after_closing = excluded.after_closing",
        agent, std::string(name_of(preferences.after_closing)));
}

std::vector<ConversationId> Staffing::in_hand(const AgentId& agent, Group group) {
    Query query = connection_.query(
        "SELECT conversation FROM inbox WHERE owner = ? AND load_group = ? ORDER BY started_at, conversation LIMIT ?",
        agent, std::string(name_of(group)), in_hand_max);
    std::vector<ConversationId> conversations;
    while (query.next()) conversations.push_back({query.text(0)});
    return conversations;
}

}  // namespace wrapup::server
