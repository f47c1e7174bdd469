#include "server/agent_notice.hpp"

#include "server/json_text.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

SiteNotice agent_notice(Connection& connection, const AgentId& agent) {
    const auto known = People(connection).agent(agent);
    if (!known) return {};
    const Actor& actor = known->actor;
    const Json now{{"id", actor.id}, {"available", encode(actor.available)}, {"load", encode(actor.load)}};
    const Json data{{"agents", Json::array({now})}};
    return {actor.sites, std::make_shared<const Notice>(Notice{"agents", text_of(data)})};
}

}  // namespace wrapup::server
