// What the routes of the settings lead to; as in handlers.hpp.
#pragma once

#include "server/http/routes.hpp"

namespace wrapup::server {

// profile_api.cpp
Answer change_own_name(const Ask& ask);
Answer change_own_password(const Ask& ask);

// second_factor_api.cpp
Answer second_factor(const Ask& ask, Connection& snapshot);
Answer propose_second_factor(const Ask& ask);
Answer confirm_second_factor(const Ask& ask);
Answer drop_second_factor(const Ask& ask);

// agents_api.cpp
Answer agents(const Ask& ask, Connection& snapshot);
Answer add_agent(const Ask& ask);
Answer change_agent(const Ask& ask);
Answer disable_agent(const Ask& ask);
Answer enable_agent(const Ask& ask);
Answer reset_password(const Ask& ask);
Answer reset_second_factor(const Ask& ask);

// sites_api.cpp
Answer sites(const Ask& ask, Connection& snapshot);
Answer add_site(const Ask& ask);
Answer change_site(const Ask& ask);

// look_api.cpp
Answer site_look(const Ask& ask, Connection& snapshot);
Answer change_site_look(const Ask& ask);

// identity_api.cpp
Answer site_identity(const Ask& ask, Connection& snapshot);
Answer change_site_identity(const Ask& ask);
Answer add_site_key(const Ask& ask);
Answer remove_site_key(const Ask& ask);

// desk_api.cpp
Answer site_desk(const Ask& ask, Connection& snapshot);
Answer change_site_desk(const Ask& ask);
Answer time_zones(const Ask& ask, Connection& snapshot);

// logo_api.cpp
Answer site_logo(const Ask& ask, Connection& snapshot);
Answer change_site_logo(const Ask& ask);
Answer remove_site_logo(const Ask& ask);
std::optional<std::string> address_of_logo(Connection& connection, const SiteId& site);

// policy_api.cpp
Answer policy(const Ask& ask, Connection& snapshot);
Answer change_policy(const Ask& ask);
Answer preview_policy(const Ask& ask);
Json policy_body(const StoredPolicy& stored);

// topics_api.cpp
Answer add_topic(const Ask& ask);
Answer rename_topic(const Ask& ask);

// audit_api.cpp
Answer audit(const Ask& ask, Connection& snapshot);

}  // namespace wrapup::server
