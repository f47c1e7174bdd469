#include "server/shift.hpp"

#include "server/agent_notice.hpp"
#include "server/json_text.hpp"
#include "server/policy_change.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/people.hpp"
#include "server/store/staffing.hpp"

namespace wrapup::server {
namespace {

void give_back(Connection& connection, Transaction& transaction, const AgentId& agent, Set<Group> groups) {
    const auto known = People(connection).agent(agent);
    if (!known) return;
    for (const Group group : {Group::voice, Group::messaging, Group::mail}) {
        if (!groups.has(group)) continue;
        for (const ConversationId& conversation : Staffing(connection).in_hand(agent, group)) {
            const Version seen = InboxView(connection).state(conversation).version;
            transaction.run(conversation, {known->actor, seen, {}, {Release{}}});
        }
    }
}

SharedNotice notice_of(const char* event, const Json& data) {
    return std::make_shared<const Notice>(Notice{event, text_of(data)});
}

// Routes what waits, commits, does what is to be done before anybody hears of it, and tells.
void finish(Service& service, Writing& writing, Transaction& transaction, const std::function<void()>& before) {
    transaction.route();
    const auto commit = transaction.commit();
    if (commit) make_searchable(*writing, *commit);
    writing.commit();
    before();
    if (commit) service.hub.announce(commit);
}

}  // namespace

void set_available(Service& service, const AgentId& agent, Set<Group> groups, InHand in_hand) {
    Writing writing(service.database);
    Staffing staffing(*writing);
    const Set<Group> left = staffing.available(agent) - groups;
    staffing.set_available(agent, groups);
    Transaction transaction(*writing, service.stored_policy(), service.clock());
    if (in_hand == InHand::give_back) give_back(*writing, transaction, agent, left);
    const auto told = agent_notice(*writing, agent);
    finish(service, writing, transaction, [&] { service.hub.tell_agents(told.sites, told.notice, ""); });
}

void set_preferences(Service& service, const AgentId& agent, const Preferences& preferences) {
    Writing writing(service.database);
    Staffing(*writing).set_preferences(agent, preferences);
    writing.commit();
    service.hub.tell_agent(agent, notice_of("preferences", {{"preferences", encode(preferences)}}));
}

void set_routing(Service& service, Routing routing, const std::string& who) {
    for (;;) {
        StoredPolicy stored = service.stored_policy();
        if (stored.policy.routing == routing) return;
        stored.policy.routing = routing;
        if (change_policy(service, stored.policy, stored.version, who)) return;
    }
}

}  // namespace wrapup::server
