#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/attributes.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

struct Site {
    static constexpr std::size_t name_bytes_max = 200;

    SiteId id;
    std::string name;
    std::vector<std::string> origins;  // Where its widget may be embedded: scheme://host[:port].
};

struct Agent {
    static constexpr std::size_t name_bytes_max = 200;

    Actor actor;
    std::string name;
    std::string email;
    std::optional<Time> disabled_at{};  // Since then they are known by name, and no more.
};

struct Customer {
    static constexpr std::size_t name_bytes_max = 200;
    static constexpr std::size_t attributes_max = 20;
    static constexpr std::size_t attribute_key_bytes_max = 64;
    static constexpr std::size_t attribute_value_bytes_max = 256;

    CustomerId id;
    SiteId site;
    std::string name;
    std::string page;    // Where they were when they were first seen.
    std::string locale;  // As in "en-GB".
    Time created_at;
    std::string referrer{};   // The page that led them there.
    std::string time_zone{};  // As in "Europe/Oslo".
    std::string device{};     // As in "Firefox on Windows".
    std::string email{};      // Said by themselves, or by their site where that vouches for them.
    Attributes attributes{};  // Labels, whoever they are: nothing proves them.
    bool verified = false;    // Their site vouches for who they are; see store/identities.hpp.

    Actor actor() const { return {Role::customer, id.value, {site}, {}, {}, {}}; }
};

struct Credentials {
    AgentId agent;
    std::string password_hash;
};

// Sites, the agents who work on them, and their customers.
class People {
public:
    explicit People(Connection& connection) : connection_(connection) {}

    std::optional<Site> site(const SiteId& id);
    std::size_t count_sites();
    void put_site(const Site& site);  // Adds it, or changes its name and origins.

    std::vector<Agent> agents();  // By name.
    std::vector<Actor> team();    // The same, as the rules ask about them.
    std::optional<Agent> agent(const AgentId& id);
    // None of who is disabled.
    std::optional<Credentials> credentials(const std::string& email);
    bool has_email(const std::string& email);
    // The e-mail must be free.
    void add_agent(const Agent& agent, const std::string& password_hash);

    void rename_agent(const AgentId& id, const std::string& name);
    void put_password(const AgentId& id, const std::string& password_hash);
    void put_duties(const AgentId& id, Role role, const std::vector<SiteId>& sites);
    void put_capacity(const AgentId& id, const Capacity& capacity);
    void disable(const AgentId& id, std::optional<Time> at);  // None: they are back.

    std::optional<Customer> customer(const CustomerId& id);
    void add_customer(const Customer& customer);
    void put_labels(const Customer& customer);  // Their name, e-mail and attributes.

private:
    std::vector<SiteId> sites_of(const AgentId& agent);
    Each<Group, std::uint32_t> load_of(const AgentId& agent);
    Agent agent_of_row(const Query& row);

    Connection& connection_;
};

}  // namespace wrapup::server
