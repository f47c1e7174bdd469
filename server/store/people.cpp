#include "server/store/people.hpp"

#include "server/json_text.hpp"
#include "server/store/staffing.hpp"

namespace wrapup::server {

std::optional<Site> People::site(const SiteId& id) {
    Query query = connection_.query("SELECT name, origins FROM sites WHERE id = ?", id);
    if (!query.next()) return std::nullopt;
    return Site{id, query.text(0), decode<std::vector<std::string>>(Json::parse(query.text(1)))};
}

std::size_t People::count_sites() {
    Query query = connection_.query("SELECT count(*) FROM sites");
    query.next();
    return static_cast<std::size_t>(query.integer(0));
}

void People::put_site(const Site& site) {
    connection_.run(
        "INSERT INTO sites (id, name, origins) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, origins = excluded.origins",
        site.id, site.name, text_of(encode(site.origins)));
}

std::vector<SiteId> People::sites_of(const AgentId& agent) {
    Query query = connection_.query("SELECT site FROM agent_sites WHERE agent = ? ORDER BY site", agent);
    std::vector<SiteId> sites;
    while (query.next()) sites.push_back({query.text(0)});
    return sites;
}

Each<Group, std::uint32_t> People::load_of(const AgentId& agent) {
    Query query = connection_.query(
        "SELECT load_group, count(*) FROM inbox WHERE owner = ? AND load_group IS NOT NULL GROUP BY load_group", agent);
    Each<Group, std::uint32_t> load;
    while (query.next()) load[decode<Group>(Json(query.text(0)))] = static_cast<std::uint32_t>(query.integer(1));
    return load;
}

// Of a row (id, role, name, email, disabled_at, capacity).
Agent People::agent_of_row(const Query& row) {
    const AgentId id{row.text(0)};
    const auto disabled_at = row.is_null(4) ? std::nullopt : std::optional(row.time(4));
    const auto available = disabled_at ? Set<Group>{} : Staffing(connection_).available(id);
    const auto capacity = row.is_null(5) ? default_capacity : decode<Capacity>(Json::parse(row.text(5)));
    const Actor actor{decode<Role>(Json(row.text(1))), id.value, sites_of(id), available, capacity, load_of(id)};
    return {actor, row.text(2), row.text(3), disabled_at};
}

std::vector<Agent> People::agents() {
    Query query =
        connection_.query("SELECT id, role, name, email, disabled_at, capacity FROM agents ORDER BY name, id");
    std::vector<Agent> agents;
    while (query.next()) agents.push_back(agent_of_row(query));
    return agents;
}

std::vector<Actor> People::team() {
    std::vector<Actor> team;
    for (Agent& agent : agents()) team.push_back(std::move(agent.actor));
    return team;
}

std::optional<Agent> People::agent(const AgentId& id) {
    Query query = connection_.query("SELECT id, role, name, email, disabled_at, capacity FROM agents WHERE id = ?", id);
    return query.next() ? std::optional(agent_of_row(query)) : std::nullopt;
}

std::optional<Credentials> People::credentials(const std::string& email) {
    Query query =
        connection_.query("SELECT id, password_hash FROM agents WHERE email = ? AND disabled_at IS NULL", email);
    return query.next() ? std::optional(Credentials{{query.text(0)}, query.text(1)}) : std::nullopt;
}

void People::add_agent(const Agent& agent, const std::string& password_hash) {
    connection_.run("INSERT INTO agents (id, email, name, role, password_hash) VALUES (?, ?, ?, ?, ?)", agent.actor.id,
                    agent.email, agent.name, std::string(name_of(agent.actor.role)), password_hash);
    for (const SiteId& site : agent.actor.sites)
        connection_.run("INSERT INTO agent_sites (agent, site) VALUES (?, ?)", agent.actor.id, site);
}

bool People::has_email(const std::string& email) {
    return connection_.query("SELECT 1 FROM agents WHERE email = ?", email).next();
}

void People::rename_agent(const AgentId& id, const std::string& name) {
    connection_.run("UPDATE agents SET name = ? WHERE id = ?", name, id);
}

void People::put_password(const AgentId& id, const std::string& password_hash) {
    connection_.run("UPDATE agents SET password_hash = ? WHERE id = ?", password_hash, id);
}

void People::put_duties(const AgentId& id, Role role, const std::vector<SiteId>& sites) {
    connection_.run("UPDATE agents SET role = ? WHERE id = ?", std::string(name_of(role)), id);
    connection_.run("DELETE FROM agent_sites WHERE agent = ?", id);
    for (const SiteId& site : sites)
        connection_.run("INSERT OR IGNORE INTO agent_sites (agent, site) VALUES (?, ?)", id, site);
}

void People::put_capacity(const AgentId& id, const Capacity& capacity) {
    connection_.run("UPDATE agents SET capacity = ? WHERE id = ?", text_of(encode(capacity)), id);
}

void People::disable(const AgentId& id, std::optional<Time> at) {
    connection_.run("UPDATE agents SET disabled_at = ? WHERE id = ?", at, id);
}

std::optional<Customer> People::customer(const CustomerId& id) {
    Query query = connection_.query(
        "SELECT site, name, page, locale, created_at, referrer, time_zone, device, email, attributes, "
        "EXISTS (SELECT 1 FROM identities WHERE customer = customers.id) FROM customers WHERE id = ?",
        id);
    if (!query.next()) return std::nullopt;
    return Customer{id,
                    {query.text(0)},
                    query.text(1),
                    query.text(2),
                    query.text(3),
                    query.time(4),
                    query.text(5),
                    query.text(6),
                    query.text(7),
                    query.text(8),
                    decode<Attributes>(Json::parse(query.text(9))),
                    query.integer(10) != 0};
}

void People::add_customer(const Customer& customer) {
    connection_.run(
        "INSERT INTO customers (id, site, name, page, locale, created_at, referrer, time_zone, device, email, "
        "attributes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        customer.id, customer.site, customer.name, customer.page, customer.locale, customer.created_at,
        customer.referrer, customer.time_zone, customer.device, customer.email, text_of(encode(customer.attributes)));
}

void People::put_labels(const Customer& customer) {
    connection_.run("UPDATE customers SET name = ?, email = ?, attributes = ? WHERE id = ?", customer.name,
                    customer.email, text_of(encode(customer.attributes)), customer.id);
}

}  // namespace wrapup::server
