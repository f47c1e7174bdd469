// The links with which somebody begins: the first admin, who is invited, and who has lost their password.
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/handlers.hpp"
#include "server/http/signing.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/links.hpp"
#include "server/store/people.hpp"
#include "server/store/second_factors.hpp"

namespace wrapup::server {

struct ShownLink {
    std::string secret;
};
struct LinkForm {
    std::string secret;
    std::string password;
    std::optional<std::string> name;  // These three of a setup.
    std::optional<std::string> email;
    std::optional<std::string> site;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::ShownLink> { using T = server::ShownLink; static constexpr std::tuple fields{Field{"secret", &T::secret}}; };
template <> struct Shape<server::LinkForm>  { using T = server::LinkForm;  static constexpr std::tuple fields{Field{"secret", &T::secret}, Field{"password", &T::password}, Field{"name", &T::name}, Field{"email", &T::email}, Field{"site", &T::site}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

struct Found {
    Link link;
    std::optional<Agent> agent;
};

// A setup is for who has nobody yet, and the other links are for who still works here.
std::optional<Found> found(Connection& connection, const std::string& secret, Time now) {
    const auto link = Links(connection).shown_as(secret, now);
    if (!link) return std::nullopt;
    People people(connection);
    if (!link->agent) return people.agents().empty() ? std::optional(Found{*link, {}}) : std::nullopt;
    auto agent = people.agent(*link->agent);
    return agent && !agent->disabled_at ? std::optional(Found{*link, std::move(agent)}) : std::nullopt;
}

std::optional<Found> found(Service& service, const std::string& secret) {
    const Reading reading(service.database);
    return found(*reading, secret, service.clock());
}

void check_setup(const LinkForm& form) {
    check_line(form.name.value_or(""), "name", Agent::name_bytes_max);
    check_email(form.email.value_or(""));
    check_line(form.site.value_or(""), "site", Site::name_bytes_max);
}

AgentId set_up(Connection& connection, const LinkForm& form, const std::string& hash, Time now) {
    const Site site{{random_id()}, *form.site, {}};
    People people(connection);
    people.put_site(site);
    const Agent admin{{Role::admin, random_id(), {site.id}, {}}, *form.name, *form.email, {}};
    people.add_agent(admin, hash);
    Audit(connection).note(now, admin.actor.id, Deed::site_added, {{"site", site.name}});
    Audit(connection)
        .note(now, admin.actor.id, Deed::agent_added, {{"agent", admin.email}, {"role", encode(admin.actor.role)}});
    return {admin.actor.id};
}

AgentId put_password(Connection& connection, const AgentId& agent, const std::string& hash, Time now) {
    People(connection).put_password(agent, hash);
    Logins(connection).close_all(agent);
    Audit(connection).note(now, agent.value, Deed::password_changed);
    return agent;
}

// None where somebody was faster.
std::optional<AgentId> use(Service& service, const LinkForm& form, const std::string& hash) {
    Writing writing(service.database);
    const Time now = service.clock();
    const auto still = found(*writing, form.secret, now);
    if (!still) return std::nullopt;
    Links(*writing).close(still->link.agent);
    const AgentId agent =
        still->agent ? put_password(*writing, *still->link.agent, hash, now) : set_up(*writing, form, hash, now);
    writing.commit();
    return agent;
}

// A link stands for the password, and for nothing else: whoever has a second factor signs in with both.
bool asks_for_more(Service& service, const AgentId& agent) {
    const Reading reading(service.database);
    return SecondFactors(*reading).is_on(agent);
}

}  // namespace

Answer look_at_link(const Ask& ask) {
    const auto shown = found(ask.service, decode<ShownLink>(parse_json(ask.http.body)).secret);
    if (!shown) return problem_answer(Problem::link_used);
    return json_answer({{"kind", encode(shown->link.kind)},
                        {"name", shown->agent ? shown->agent->name : ""},
                        {"email", shown->agent ? shown->agent->email : ""}});
}

Answer use_link(const Ask& ask) {
    const auto form = decode<LinkForm>(parse_json(ask.http.body));
    const auto shown = found(ask.service, form.secret);
    if (!shown) return problem_answer(Problem::link_used);
    if (!shown->agent) check_setup(form);
    check_new_password(form.password, "password");
    const auto agent = use(ask.service, form, ask.service.passwords.hash(form.password));
    if (!agent) return problem_answer(Problem::link_used);
    ask.service.hub.tell_agent(*agent, look_again());
    return asks_for_more(ask.service, *agent) ? no_content() : let_in(ask, *agent, no_content());
}

}  // namespace wrapup::server
