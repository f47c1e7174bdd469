#pragma once

#include <functional>

#include "server/preferences.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// How each agent works: whom they take, what they have in hand, and how they like it.
class Staffing {
public:
    // Of one agent and group, that are listed.
    static constexpr std::int64_t in_hand_max = 1'000;

    explicit Staffing(Connection& connection) : connection_(connection) {}

    // Everything, until they say otherwise.
    Set<Group> available(const AgentId& agent);
    void set_available(const AgentId& agent, Set<Group> groups);

    // The first of a site who are available in this group and of whom `is_here` holds, by name.
    std::vector<std::string> names_of_available(const SiteId& site, Group group,
                                                const std::function<bool(const std::string& agent)>& is_here,
                                                std::size_t names_max);

    Preferences preferences(const AgentId& agent);
    void set_preferences(const AgentId& agent, const Preferences& preferences);

    // The conversations that are their load in this group, the oldest first.
    std::vector<ConversationId> in_hand(const AgentId& agent, Group group);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
