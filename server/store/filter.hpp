#pragma once

#include "core/status.hpp"

namespace wrapup::server {

// What a list of conversations is narrowed to. Nothing is asked of what is absent.
struct Filter {
    using Owner = std::optional<AgentId>;  // None: nobody owns it.

    std::optional<Status> status;
    std::optional<Owner> owner;
    std::optional<Channel> channel;
    std::optional<SiteId> site;
    std::optional<TopicId> topic;
};

bool passes(const Filter& filter, const Conversation& conversation);

}  // namespace wrapup::server
