// Who works here. An admin sees and changes those who share a site with them, on the sites that are theirs.
#include <algorithm>

#include "server/authorize.hpp"
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/links.hpp"
#include "server/store/logins.hpp"
#include "server/store/people.hpp"
#include "server/store/second_factors.hpp"

namespace wrapup::server {

struct NewAgentForm {
    std::string name;
    std::string email;
    Role role = Role::agent;
    std::vector<SiteId> sites;
    std::optional<Capacity> capacity;  // None: as everybody's.
};
struct AgentForm {
    std::string name;
    Role role = Role::agent;
    std::vector<SiteId> sites;
    std::optional<Capacity> capacity;  // None: it stays as it is.
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::NewAgentForm> { using T = server::NewAgentForm; static constexpr std::tuple fields{Field{"name", &T::name}, Field{"email", &T::email}, Field{"role", &T::role}, Field{"sites", &T::sites}, Field{"capacity", &T::capacity}}; };
template <> struct Shape<server::AgentForm>    { using T = server::AgentForm;    static constexpr std::tuple fields{Field{"name", &T::name}, Field{"role", &T::role}, Field{"sites", &T::sites}, Field{"capacity", &T::capacity}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

constexpr std::size_t agents_max = 1'000;
constexpr const char* nobodys_password = "";   // Until they have chosen one, by their link.
constexpr std::uint32_t capacity_max = 1'000;  // Conversations at once, where there is a limit at all.

// Whoever may sign in as somebody is on all of their sites.
enum class Shares { one_site, every_site };

std::vector<SiteId> shared(const std::vector<SiteId>& sites, const Actor& admin) {
    std::vector<SiteId> some;
    std::copy_if(sites.begin(), sites.end(), std::back_inserter(some),
                 [&](const SiteId& site) { return may(admin, Action::administer_sites, Object::of(site)); });
    return some;
}

Json told(const Agent& agent, const Actor& admin) {
    return {{"id", agent.actor.id},
            {"name", agent.name},
            {"email", agent.email},
            {"role", encode(agent.actor.role)},
            {"sites", encode(shared(agent.actor.sites, admin))},
            {"capacity", encode(agent.actor.capacity)},
            {"disabled_at", encode(agent.disabled_at)}};
}

// For the list, which says who has one.
Json told(const Agent& agent, const Actor& admin, Connection& connection) {
    Json json = told(agent, admin);
    json["second_factor"] = SecondFactors(connection).is_on({agent.actor.id});
    return json;
}

std::optional<Agent> found(Connection& connection, const Ask& ask) {
    auto agent = People(connection).agent({ask.rest});
    return agent && ask.may(Object::of(agent->actor.sites)) ? std::move(agent) : std::nullopt;
}

template <class Form>
void check(const Form& form) {
    check_line(form.name, "name", Agent::name_bytes_max);
    if (!role::agents.has(form.role)) throw Malformed("role", "expected agent, supervisor or admin");
    if (form.sites.empty()) throw Malformed("sites", "expected at least one");
    for (const auto& at_once : form.capacity.value_or(default_capacity).of)
        if (at_once > capacity_max) throw Malformed("capacity", "out of range");
}

// Those that the admin does not share stay as they are.
std::vector<SiteId> with_foreign(std::vector<SiteId> sites, const Agent& before, const Actor& admin) {
    for (const SiteId& site : before.actor.sites)
        if (!may(admin, Action::administer_sites, Object::of(site))) sites.push_back(site);
    return sites;
}

// What an admin does to somebody else in one transaction. What they are changed to, they see when they come back.
template <class Change>
Answer change(const Ask& ask, Deed deed, Shares shares, const Change& change_in) {
    if (ask.rest == ask.actor().id) return problem_answer(Problem::not_oneself);
    Writing writing(ask.service.database);
    // Two admins who disable each other at the same moment would leave none.
    const auto admin = People(*writing).agent({ask.actor().id});
    if (!admin || admin->disabled_at || !role::admins.has(admin->actor.role))
        return problem_answer(Problem::admins_only);
    const auto agent = found(*writing, ask);
    if (!agent) return problem_answer(Problem::unknown_item);
    if (shares == Shares::every_site && shared(agent->actor.sites, ask.actor()) != agent->actor.sites)
        return problem_answer(Problem::on_other_sites);
    change_in(*writing, *agent);
    Audit(*writing).note(ask.service.clock(), ask.actor().id, deed, {{"agent", agent->email}});
    writing.commit();
    ask.service.hub.cut_off(ask.rest);
    ask.service.hub.tell_agents(ask.actor().sites, look_again(), {});
    return no_content();
}

}  // namespace

Answer agents(const Ask& ask, Connection& snapshot) {
    Json list = Json::array();
    for (const Agent& agent : People(snapshot).agents())
        if (ask.may(Object::of(agent.actor.sites))) list.push_back(told(agent, ask.actor(), snapshot));
    return json_answer({{"agents", list}});
}

Answer add_agent(const Ask& ask) {
    const auto form = decode<NewAgentForm>(parse_json(ask.http.body));
    check(form);
    check_email(form.email);
    if (shared(form.sites, ask.actor()) != form.sites) return problem_answer(Problem::unknown_site);
    const Capacity capacity = form.capacity.value_or(default_capacity);
    const Agent agent{{form.role, random_id(), form.sites, {}, capacity, {}}, form.name, form.email, {}};
    Writing writing(ask.service.database);
    People people(*writing);
    if (people.has_email(form.email)) return problem_answer(Problem::taken, {}, "email");
    if (people.agents().size() >= agents_max) return problem_answer(Problem::too_many);
    people.add_agent(agent, nobodys_password);
    if (form.capacity) people.put_capacity({agent.actor.id}, *form.capacity);
    const std::string secret =
        Links(*writing).open({Link::Kind::invitation, AgentId{agent.actor.id}}, ask.service.clock());
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::agent_added,
                         {{"agent", form.email}, {"role", encode(form.role)}});
    writing.commit();
    ask.service.hub.tell_agents(ask.actor().sites, look_again(), {});
    return json_answer({{"agent", told(agent, ask.actor())}, {"secret", secret}}, 201);
}

Answer change_agent(const Ask& ask) {
    const auto form = decode<AgentForm>(parse_json(ask.http.body));
    check(form);
    if (shared(form.sites, ask.actor()) != form.sites) return problem_answer(Problem::unknown_site);
    return change(ask, Deed::agent_changed, Shares::one_site, [&](Connection& connection, const Agent& before) {
        People people(connection);
        people.rename_agent({before.actor.id}, form.name);
        people.put_duties({before.actor.id}, form.role, with_foreign(form.sites, before, ask.actor()));
        if (form.capacity) people.put_capacity({before.actor.id}, *form.capacity);
    });
}

Answer disable_agent(const Ask& ask) {
    return change(ask, Deed::agent_disabled, Shares::one_site, [&](Connection& connection, const Agent& agent) {
        People(connection).disable({agent.actor.id}, ask.service.clock());
        Logins(connection).close_all({agent.actor.id});
        Links(connection).close(AgentId{agent.actor.id});
    });
}

Answer enable_agent(const Ask& ask) {
    return change(ask, Deed::agent_enabled, Shares::one_site, [](Connection& connection, const Agent& agent) {
        People(connection).disable({agent.actor.id}, std::nullopt);
    });
}

// Who has lost their authenticator and their recovery codes.
Answer reset_second_factor(const Ask& ask) {
    return change(
        ask, Deed::second_factor_taken_off, Shares::every_site,
        [](Connection& connection, const Agent& agent) { SecondFactors(connection).remove({agent.actor.id}); });
}

// The password of before opens nothing from here on.
Answer reset_password(const Ask& ask) {
    std::string secret;
    Answer answer =
        change(ask, Deed::password_reset, Shares::every_site, [&](Connection& connection, const Agent& agent) {
            const AgentId id{agent.actor.id};
            People(connection).put_password(id, nobodys_password);
            Logins(connection).close_all(id);
            secret = Links(connection).open({Link::Kind::reset, id}, ask.service.clock());
        });
    return answer.status == no_content().status ? json_answer({{"secret", secret}}) : answer;
}

}  // namespace wrapup::server
