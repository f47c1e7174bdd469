#include "server/http/routes.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "server/http/errors.hpp"
#include "server/http/exchange.hpp"
#include "server/http/handlers.hpp"
#include "server/http/origin.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/http/subjects.hpp"

namespace wrapup::server {
namespace {

enum class Takes { nothing, json, file };

using Acts = Answer (*)(const Ask&);
using Reads = Answer (*)(const Ask&, Connection& snapshot);
using Handler = std::variant<Acts, Reads>;

struct Route {
    std::string_view method;
    std::string_view path;  // A * stands for one or more characters, without a / unless it is at the end.
    Action action;
    Names names;
    Takes takes;
    Handler handler;
};

// clang-format off
constexpr std::array routes{
    Route{"POST","/api/v1/login",                       Action::sign_in,                Names::nothing,      Takes::json,    login},
    Route{"POST","/api/v1/logout",                      Action::sign_out,               Names::nothing,      Takes::nothing, logout},
    Route{"POST","/api/v1/links/look",                  Action::use_link,               Names::nothing,      Takes::json,    look_at_link},
    Route{"POST","/api/v1/links/use",                   Action::use_link,               Names::nothing,      Takes::json,    use_link},
    Route{"GET", "/api/v1/me/second-factor",            Action::change_oneself,         Names::nothing,      Takes::nothing, second_factor},
    Route{"POST","/api/v1/me/second-factor",            Action::change_oneself,         Names::nothing,      Takes::json,    propose_second_factor},
    Route{"POST","/api/v1/me/second-factor/confirm",    Action::change_oneself,         Names::nothing,      Takes::json,    confirm_second_factor},
    Route{"POST","/api/v1/me/second-factor/off",        Action::change_oneself,         Names::nothing,      Takes::json,    drop_second_factor},
    Route{"GET", "/api/v1/me/logins",                   Action::change_oneself,         Names::nothing,      Takes::nothing, own_logins},
    Route{"POST","/api/v1/me/logins/end",               Action::change_oneself,         Names::nothing,      Takes::json,    end_every_login},
    Route{"POST","/api/v1/me/logins/*/end",             Action::change_oneself,         Names::nothing,      Takes::json,    end_login},
    Route{"POST","/api/v1/visitors",                    Action::arrive,                 Names::nothing,      Takes::json,    introduce_visitor},
    Route{"POST","/api/v1/visitors/logout",             Action::leave,                  Names::nothing,      Takes::nothing, forget_visitor},
    Route{"GET", "/api/v1/widget",                      Action::open_page,              Names::nothing,      Takes::nothing, widget_desk},
    Route{"GET", "/api/v1/me",                          Action::know_oneself,           Names::nothing,      Takes::nothing, me},
    Route{"PUT", "/api/v1/me/availability",             Action::change_oneself,         Names::nothing,      Takes::json,    put_availability},
    Route{"PUT", "/api/v1/me/preferences",              Action::change_oneself,         Names::nothing,      Takes::json,    put_preferences},
    Route{"PUT", "/api/v1/routing",                     Action::switch_routing,         Names::nothing,      Takes::json,    put_routing},
    Route{"GET", "/api/v1/inbox",                       Action::work_in_inbox,          Names::nothing,      Takes::nothing, inbox_page},
    Route{"GET", "/api/v1/inbox/counts",                Action::work_in_inbox,          Names::nothing,      Takes::nothing, inbox_counts},
    Route{"GET", "/api/v1/search",                      Action::work_in_inbox,          Names::nothing,      Takes::nothing, search},
    Route{"GET", "/api/v1/conversations",               Action::list_own_conversations, Names::nothing,      Takes::nothing, own_conversations},
    Route{"POST","/api/v1/conversations",               Action::deliver,                Names::in_the_body,  Takes::json,    start_conversation},
    Route{"POST","/api/v1/conversations/*/messages",    Action::deliver_into,           Names::conversation, Takes::json,    receive_message},
    Route{"POST","/api/v1/conversations/*/attachments", Action::attach,                 Names::conversation, Takes::file,    bring_attachment},
    Route{"GET", "/api/v1/attachments/*",               Action::see_conversation,       Names::file,         Takes::nothing, attachment},
    Route{"GET", "/api/v1/conversations/*/explain",     Action::see_conversation,       Names::conversation, Takes::nothing, explanation},
    Route{"GET", "/api/v1/conversations/*/queue",       Action::ask_as_customer,        Names::conversation, Takes::nothing, queue},
    Route{"GET", "/api/v1/conversations/*/transcript",  Action::see_conversation,       Names::conversation, Takes::nothing, transcript},
    Route{"POST","/api/v1/conversations/*/transcript",  Action::ask_as_customer,        Names::conversation, Takes::json,    mail_transcript},
    Route{"GET", "/api/v1/conversations/*",             Action::see_conversation,       Names::conversation, Takes::nothing, conversation},
    Route{"GET", "/api/v1/customers/*/notes",           Action::read_customer,          Names::customer,     Takes::nothing, customer_notes},
    Route{"POST","/api/v1/customers/*/notes",           Action::write_customer_note,    Names::customer,     Takes::json,    add_customer_note},
    Route{"POST","/api/v1/customers/*/notes/delete",    Action::remove_customer_note,   Names::customer,     Takes::json,    remove_customer_note},
    Route{"GET", "/api/v1/reports",                     Action::read_reports,           Names::in_the_body,  Takes::nothing, report},
    Route{"GET", "/api/v1/reports.csv",                 Action::read_reports,           Names::in_the_body,  Takes::nothing, report_file},
    Route{"POST","/api/v1/commands",                    Action::give_commands,          Names::nothing,      Takes::json,    commands},
    Route{"POST","/api/v1/typing",                      Action::see_conversation,       Names::in_the_body,  Takes::json,    typing},
    Route{"POST","/api/v1/divergences",                 Action::compare_states,         Names::in_the_body,  Takes::json,    divergence},
    Route{"GET", "/api/v1/canned-replies",              Action::read_canned_replies,    Names::nothing,      Takes::nothing, canned_replies},
    Route{"POST","/api/v1/canned-replies",              Action::write_canned_reply,     Names::in_the_body,  Takes::json,    add_canned_reply},
    Route{"POST","/api/v1/canned-replies/*/remove",     Action::write_canned_reply,     Names::canned_reply, Takes::json,    remove_canned_reply},
    Route{"POST","/api/v1/canned-replies/*",            Action::write_canned_reply,     Names::canned_reply, Takes::json,    change_canned_reply},
    Route{"POST","/api/v1/me/name",                     Action::change_oneself,         Names::nothing,      Takes::json,    change_own_name},
    Route{"POST","/api/v1/me/password",                 Action::change_oneself,         Names::nothing,      Takes::json,    change_own_password},
    Route{"GET", "/api/v1/agents",                      Action::administer_agents,      Names::own,          Takes::nothing, agents},
    Route{"POST","/api/v1/agents",                      Action::administer_agents,      Names::in_the_body,  Takes::json,    add_agent},
    Route{"POST","/api/v1/agents/*/disable",            Action::administer_agents,      Names::agent,        Takes::json,    disable_agent},
    Route{"POST","/api/v1/agents/*/enable",             Action::administer_agents,      Names::agent,        Takes::json,    enable_agent},
    Route{"POST","/api/v1/agents/*/password",           Action::administer_agents,      Names::agent,        Takes::json,    reset_password},
    Route{"POST","/api/v1/agents/*/second-factor/off",  Action::administer_agents,      Names::agent,        Takes::json,    reset_second_factor},
    Route{"POST","/api/v1/agents/*",                    Action::administer_agents,      Names::agent,        Takes::json,    change_agent},
    Route{"GET", "/api/v1/sites",                       Action::administer_sites,       Names::own,          Takes::nothing, sites},
    Route{"POST","/api/v1/sites",                       Action::administer_sites,       Names::own,          Takes::json,    add_site},
    Route{"GET", "/api/v1/sites/*/look",                Action::administer_sites,       Names::site,         Takes::nothing, site_look},
    Route{"POST","/api/v1/sites/*/look",                Action::administer_sites,       Names::site,         Takes::json,    change_site_look},
    Route{"GET", "/api/v1/sites/*/identity",            Action::administer_sites,       Names::site,         Takes::nothing, site_identity},
    Route{"POST","/api/v1/sites/*/identity",            Action::administer_sites,       Names::site,         Takes::json,    change_site_identity},
    Route{"POST","/api/v1/sites/*/keys",                Action::administer_sites,       Names::site,         Takes::json,    add_site_key},
    Route{"POST","/api/v1/sites/*/keys/remove",         Action::administer_sites,       Names::site,         Takes::json,    remove_site_key},
    Route{"GET", "/api/v1/sites/*/desk",                Action::administer_sites,       Names::site,         Takes::nothing, site_desk},
    Route{"POST","/api/v1/sites/*/desk",                Action::administer_sites,       Names::site,         Takes::json,    change_site_desk},
    Route{"GET", "/api/v1/sites/*/logo",                Action::administer_sites,       Names::site,         Takes::nothing, site_logo},
    Route{"POST","/api/v1/sites/*/logo",                Action::administer_sites,       Names::site,         Takes::file,    change_site_logo},
    Route{"POST","/api/v1/sites/*/logo/remove",         Action::administer_sites,       Names::site,         Takes::json,    remove_site_logo},
    Route{"POST","/api/v1/sites/*",                     Action::administer_sites,       Names::site,         Takes::json,    change_site},
    Route{"GET", "/api/v1/time-zones",                  Action::administer_policy,      Names::nothing,      Takes::nothing, time_zones},
    Route{"GET", "/api/v1/policy",                      Action::administer_policy,      Names::nothing,      Takes::nothing, policy},
    Route{"POST","/api/v1/policy",                      Action::administer_policy,      Names::nothing,      Takes::json,    change_policy},
    Route{"POST","/api/v1/policy/preview",              Action::administer_policy,      Names::nothing,      Takes::json,    preview_policy},
    Route{"POST","/api/v1/topics",                      Action::administer_policy,      Names::nothing,      Takes::json,    add_topic},
    Route{"POST","/api/v1/topics/*",                    Action::administer_policy,      Names::nothing,      Takes::json,    rename_topic},
    Route{"GET", "/api/v1/audit",                       Action::read_audit,             Names::nothing,      Takes::nothing, audit},
    Route{"GET", "/api/v1/stream",                      Action::open_stream,            Names::nothing,      Takes::nothing, stream},
    Route{"GET", "/",                                   Action::open_page,              Names::nothing,      Takes::nothing, to_the_inbox},
    Route{"GET", "/login",                              Action::open_page,              Names::nothing,      Takes::nothing, dashboard},
    Route{"GET", "/welcome",                            Action::open_page,              Names::nothing,      Takes::nothing, dashboard},
    Route{"GET", "/dashboard/worker.js",                Action::open_page,              Names::nothing,      Takes::nothing, dashboard_worker},
    Route{"GET", "/dashboard/*",                        Action::open_page,              Names::nothing,      Takes::nothing, dashboard},
    Route{"GET", "/demo",                               Action::open_page,              Names::nothing,      Takes::nothing, demo_shop},
    Route{"GET", "/widget.js",                          Action::open_page,              Names::nothing,      Takes::nothing, widget_script},
    Route{"GET", "/widget.d.ts",                        Action::open_page,              Names::nothing,      Takes::nothing, widget_types},
    Route{"GET", "/widget/frame",                       Action::open_page,              Names::nothing,      Takes::nothing, widget_frame},
    Route{"GET", "/widget/logo",                        Action::open_page,              Names::nothing,      Takes::nothing, widget_logo},
    Route{"GET", "/assets/*",                           Action::open_page,              Names::nothing,      Takes::nothing, asset},
    Route{"GET", "/healthz",                            Action::open_page,              Names::nothing,      Takes::nothing, health},
    Route{"GET", "/readyz",                             Action::open_page,              Names::nothing,      Takes::nothing, readiness},
    Route{"GET", "/metrics",                            Action::open_page,              Names::nothing,      Takes::nothing, metrics_page},
};
// clang-format on
constexpr bool every_route_says_what_it_is_about() {
    return std::all_of(routes.begin(), routes.end(), [](const Route& route) {
        return (permission_for(route.action).about == About::theirs) == (route.names != Names::nothing);
    });
}
static_assert(every_route_says_what_it_is_about(), "routes: what an action is about, the route has to name");
static_assert(routes.size() <= no_route, "metrics: a place for each route");
static_assert(std::none_of(routes.begin(), routes.end(),
                           [](const Route& route) {
                               return is_for_anybody(route.action) && std::holds_alternative<Reads>(route.handler);
                           }),
              "where nobody is asked who they are, there is no snapshot");

// What stands at the path's *, or empty for a path without one.
std::optional<std::string> match(std::string_view pattern, std::string_view path) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == path ? std::optional(std::string()) : std::nullopt;
    const std::string_view start = pattern.substr(0, star), end = pattern.substr(star + 1);
    if (path.size() <= start.size() + end.size() || !path.starts_with(start) || !path.ends_with(end))
        return std::nullopt;
    const std::string_view rest = path.substr(start.size(), path.size() - start.size() - end.size());
    const bool too_much = !end.empty() && rest.find('/') != std::string_view::npos;
    return too_much ? std::nullopt : std::optional(std::string(rest));
}

bool takes_method(const Route& route, const std::string& method) {
    return route.method == (method == "HEAD" ? "GET" : method);
}

struct WrongRole {
    Set<Role> by;
    Problem problem;
};
constexpr std::array wrong_roles{
    WrongRole{role::agents, Problem::agents_only}, WrongRole{role::supervisors, Problem::supervisors_only},
    WrongRole{role::admins, Problem::admins_only}, WrongRole{role::customer, Problem::customers_only},
    WrongRole{role::system, Problem::tokens_only}, WrongRole{role::agents | role::customer, Problem::not_for_tokens},
};

Problem wrong_role(Set<Role> by) {
    const auto found =
        std::find_if(wrong_roles.begin(), wrong_roles.end(), [&](const WrongRole& row) { return row.by == by; });
    return found == wrong_roles.end() ? Problem::agents_only : found->problem;
}

std::optional<Problem> problem_of(Ruling ruling, const Route& route) {
    switch (ruling) {
        case Ruling::granted:
            break;
        case Ruling::not_signed_in:
            return Problem::not_signed_in;
        case Ruling::wrong_role:
            return wrong_role(permission_for(route.action).by);
        case Ruling::out_of_scope:
            return Problem::out_of_scope;
        case Ruling::not_there:
            return absence_of(route.names);
        case Ruling::not_the_author:
            return Problem::note_of_another;
    }
    return std::nullopt;
}

// A cookie goes along with whatever any page sends here; this header does not.
bool lacks_the_guard(const Route& route, const Ask& ask) {
    constexpr std::array signing{Action::sign_in, Action::sign_out, Action::use_link};
    const bool is_signing = std::find(signing.begin(), signing.end(), route.action) != signing.end();
    const bool by_cookie = is_signing || ask.proof.of == Proof::Of::login;
    return by_cookie && route.method != "GET" && ask.http.get_header_value("X-Wrapup") != "1";
}

// An API token is no browser's, and whoever has it may send it from where they like.
bool comes_from_elsewhere(const Route& route, const Ask& ask) {
    return route.method != "GET" && ask.proof.of != Proof::Of::api && is_from_elsewhere(ask.http, ask.pages);
}

bool is_json(const httplib::Request& request) {
    const std::string type = request.get_header_value("Content-Type");
    return type.substr(0, type.find(';')) == "application/json";
}

bool is_named_in_its_path(const Route& route) {
    return route.names != Names::nothing && route.names != Names::own && route.names != Names::in_the_body;
}

Set<Scope> scopes_of(const Ask& ask) { return ask.who ? ask.who->scopes : Set<Scope>{}; }

std::optional<Problem> objection(const Route& route, const Ask& ask, Connection& snapshot) {
    const Actor* who = ask.who ? &ask.who->actor : nullptr;
    if (const auto problem = problem_of(authorize(who, route.action, scopes_of(ask)), route)) return problem;
    if (lacks_the_guard(route, ask)) return Problem::header_missing;
    if (comes_from_elsewhere(route, ask)) return Problem::from_elsewhere;
    if (is_named_in_its_path(route)) {
        const Subject subject = find_subject(route.names, ask.rest, snapshot);
        if (const auto problem = problem_of(authorize(who, route.action, subject.object()), route)) return problem;
    }
    if (route.takes == Takes::json && !is_json(ask.http)) return Problem::not_json;
    return std::nullopt;
}

// A stream that comes back by itself is no sign that somebody is there.
bool is_to_be_seen(const Route& route, const Ask& ask, Connection& snapshot) {
    if (!ask.who || !ask.who->login || route.action == Action::open_stream) return false;
    const auto login = Logins(snapshot).shown_as(ask.proof.token, ask.service.clock());
    return login && login->seen_at + Logins::seen_every <= ask.service.clock();
}

void see(const Ask& ask) {
    Writing writing(ask.service.database);
    Logins(*writing).see(*ask.who->login, ask.service.clock());
    writing.commit();
}

Answer answer_to_anybody(const Route& route, const Ask& ask) { return std::get<Acts>(route.handler)(ask); }

Answer answer_at(const Route& route, Ask ask) {
    if (route.action == Action::open_page) return answer_to_anybody(route, ask);
    ask.action = route.action;
    std::optional<Reading> reading(std::in_place, ask.service.database);
    ask.proof = proof_of(ask.http, ask.pages.carriage());
    ask.who = principal_of(ask.proof, **reading, ask.service.clock());
    if (const auto problem = objection(route, ask, **reading)) return problem_answer(*problem);
    if (is_to_be_seen(route, ask, **reading)) see(ask);
    return std::visit(overloaded{
                          [&](Acts acts) {
                              reading.reset();
                              return acts(ask);
                          },
                          [&](Reads reads) { return reads(ask, **reading); },
                      },
                      route.handler);
}

Answer not_allowed(const std::string& methods) {
    Answer answer = problem_answer(Problem::method_not_allowed);
    answer.headers.emplace_back("Allow", methods);
    return answer;
}

}  // namespace

Answer answer(const httplib::Request& request, Service& service, const Pages& pages, StreamPlaces& stream_places,
              LoginGuard& login_guard) {
    std::string allowed;
    for (const Route& route : routes) {
        auto rest = match(route.path, request.path);
        if (!rest) continue;
        if (takes_method(route, request.method))
            return answer_at(route, {request, service, pages, stream_places, login_guard, std::move(*rest)});
        allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
    }
    return allowed.empty() ? problem_answer(Problem::unknown_page) : not_allowed(allowed);
}

std::vector<RouteName> all_routes() {
    std::vector<RouteName> all;
    for (const Route& route : routes) all.push_back({route.method, route.path});
    return all;
}

std::size_t number_of_route(const httplib::Request& request) {
    for (const Route& route : routes)
        if (takes_method(route, request.method) && match(route.path, request.path))
            return static_cast<std::size_t>(&route - routes.data());
    return no_route;
}

RouteName name_of_route(std::size_t number) {
    return number < routes.size() ? RouteName{routes[number].method, routes[number].path} : RouteName{"any", "none"};
}

}  // namespace wrapup::server
