#include "server/http/routes.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "server/http/errors.hpp"
#include "server/http/exchange.hpp"
#include "server/http/handlers.hpp"
#include "server/http/settings_handlers.hpp"

namespace wrapup::server {
namespace {

enum class Who {
    anyone,
    signing,  // Anyone who signs in or out: nobody yet, but guarded like an agent.
    agent,
    supervisor,
    admin,
    customer,
    somebody,  // An agent or a customer.
    token,     // Another system, by its API token, which opens nothing else.
    sender,    // An agent, a customer or another system.
};
enum class Takes { nothing, json, file };

using Acts = Answer (*)(const Ask&);
using Reads = Answer (*)(const Ask&, Connection& snapshot);
using Handler = std::variant<Acts, Reads>;

struct Route {
    std::string_view method;
    std::string_view path;  // A * stands for one or more characters, without a / unless it is at the end.
    Who who;
    Takes takes;
    Handler handler;
};

// clang-format off
constexpr std::array routes{
    Route{"POST", "/api/v1/login",           Who::signing,  Takes::json,    login},
    Route{"POST", "/api/v1/logout",          Who::signing,  Takes::nothing, logout},
    Route{"POST", "/api/v1/visitors",        Who::anyone,   Takes::json,    introduce_visitor},
    Route{"POST", "/api/v1/visitors/logout", Who::customer, Takes::nothing, forget_visitor},
    Route{"GET",  "/api/v1/widget",          Who::anyone,   Takes::nothing, widget_desk},
    Route{"GET",  "/api/v1/me",              Who::somebody, Takes::nothing, me},
    Route{"PUT",  "/api/v1/me/availability", Who::agent,    Takes::json,    put_availability},
    Route{"PUT",  "/api/v1/me/preferences",  Who::agent,    Takes::json,    put_preferences},
    Route{"PUT",  "/api/v1/routing",         Who::supervisor, Takes::json,  put_routing},
    Route{"GET",  "/api/v1/inbox",           Who::agent,    Takes::nothing, inbox_page},
    Route{"GET",  "/api/v1/inbox/counts",    Who::agent,    Takes::nothing, inbox_counts},
    Route{"GET",  "/api/v1/search",          Who::agent,    Takes::nothing, search},
    Route{"GET",  "/api/v1/conversations",   Who::customer, Takes::nothing, own_conversations},
    Route{"POST", "/api/v1/conversations",   Who::token,    Takes::json,    start_conversation},
    Route{"POST", "/api/v1/conversations/*/messages", Who::token, Takes::json, receive_message},
    Route{"POST", "/api/v1/conversations/*/attachments", Who::sender, Takes::file, bring_attachment},
    Route{"GET",  "/api/v1/attachments/*",   Who::somebody, Takes::nothing, attachment},
    Route{"GET",  "/api/v1/conversations/*/explain", Who::somebody, Takes::nothing, explanation},
    Route{"GET",  "/api/v1/conversations/*/queue", Who::customer, Takes::nothing, queue},
    Route{"GET",  "/api/v1/conversations/*/transcript", Who::somebody, Takes::nothing, transcript},
    Route{"POST", "/api/v1/conversations/*/transcript", Who::customer, Takes::json, mail_transcript},
    Route{"GET",  "/api/v1/conversations/*", Who::somebody, Takes::nothing, conversation},
    Route{"GET",  "/api/v1/customers/*/notes", Who::agent,  Takes::nothing, customer_notes},
    Route{"POST", "/api/v1/customers/*/notes", Who::agent,  Takes::json,    add_customer_note},
    Route{"POST", "/api/v1/customers/*/notes/delete", Who::agent, Takes::json, remove_customer_note},
    Route{"GET",  "/api/v1/reports",         Who::supervisor, Takes::nothing, report},
    Route{"GET",  "/api/v1/reports.csv",     Who::supervisor, Takes::nothing, report_file},
    Route{"POST", "/api/v1/commands",        Who::somebody, Takes::json,    commands},
    Route{"POST", "/api/v1/typing",          Who::somebody, Takes::json,    typing},
    Route{"POST", "/api/v1/divergences",     Who::agent,    Takes::json,    divergence},
    Route{"GET",  "/api/v1/canned-replies",  Who::agent,    Takes::nothing, canned_replies},
    Route{"POST", "/api/v1/canned-replies",  Who::supervisor, Takes::json,  add_canned_reply},
    Route{"POST", "/api/v1/canned-replies/*/remove", Who::supervisor, Takes::json, remove_canned_reply},
    Route{"POST", "/api/v1/canned-replies/*", Who::supervisor, Takes::json, change_canned_reply},
    Route{"POST", "/api/v1/me/name",         Who::agent,    Takes::json,    change_own_name},
    Route{"POST", "/api/v1/me/password",     Who::agent,    Takes::json,    change_own_password},
    Route{"GET",  "/api/v1/agents",          Who::admin,    Takes::nothing, agents},
    Route{"POST", "/api/v1/agents",          Who::admin,    Takes::json,    add_agent},
    Route{"POST", "/api/v1/agents/*/disable", Who::admin,   Takes::json,    disable_agent},
    Route{"POST", "/api/v1/agents/*/enable", Who::admin,    Takes::json,    enable_agent},
    Route{"POST", "/api/v1/agents/*/password", Who::admin,  Takes::json,    reset_password},
    Route{"POST", "/api/v1/agents/*",        Who::admin,    Takes::json,    change_agent},
    Route{"GET",  "/api/v1/sites",           Who::admin,    Takes::nothing, sites},
    Route{"POST", "/api/v1/sites",           Who::admin,    Takes::json,    add_site},
    Route{"GET",  "/api/v1/sites/*/look",    Who::admin,    Takes::nothing, site_look},
    Route{"POST", "/api/v1/sites/*/look",    Who::admin,    Takes::json,    change_site_look},
    Route{"GET",  "/api/v1/sites/*/identity", Who::admin,   Takes::nothing, site_identity},
    Route{"POST", "/api/v1/sites/*/identity", Who::admin,   Takes::json,    change_site_identity},
    Route{"POST", "/api/v1/sites/*/keys",    Who::admin,    Takes::json,    add_site_key},
    Route{"POST", "/api/v1/sites/*/keys/remove", Who::admin, Takes::json,   remove_site_key},
    Route{"GET",  "/api/v1/sites/*/desk",    Who::admin,    Takes::nothing, site_desk},
    Route{"POST", "/api/v1/sites/*/desk",    Who::admin,    Takes::json,    change_site_desk},
    Route{"GET",  "/api/v1/sites/*/logo",    Who::admin,    Takes::nothing, site_logo},
    Route{"POST", "/api/v1/sites/*/logo",    Who::admin,    Takes::file,    change_site_logo},
    Route{"POST", "/api/v1/sites/*/logo/remove", Who::admin, Takes::json,   remove_site_logo},
    Route{"POST", "/api/v1/sites/*",         Who::admin,    Takes::json,    change_site},
    Route{"GET",  "/api/v1/time-zones",      Who::admin,    Takes::nothing, time_zones},
    Route{"GET",  "/api/v1/policy",          Who::admin,    Takes::nothing, policy},
    Route{"POST", "/api/v1/policy",          Who::admin,    Takes::json,    change_policy},
    Route{"POST", "/api/v1/policy/preview",  Who::admin,    Takes::json,    preview_policy},
    Route{"POST", "/api/v1/topics",          Who::admin,    Takes::json,    add_topic},
    Route{"POST", "/api/v1/topics/*",        Who::admin,    Takes::json,    rename_topic},
    Route{"GET",  "/api/v1/audit",           Who::admin,    Takes::nothing, audit},
    Route{"GET",  "/api/v1/stream",          Who::somebody, Takes::nothing, stream},
    Route{"GET",  "/healthz",                Who::anyone,   Takes::nothing, health},
    Route{"GET",  "/readyz",                 Who::anyone,   Takes::nothing, readiness},
    Route{"GET",  "/metrics",                Who::anyone,   Takes::nothing, metrics_page},
    Route{"GET",  "/",                       Who::anyone,   Takes::nothing, to_the_inbox},
    Route{"GET",  "/login",                  Who::anyone,   Takes::nothing, dashboard},
    Route{"GET",  "/dashboard/worker.js",    Who::anyone,   Takes::nothing, dashboard_worker},
    Route{"GET",  "/dashboard/*",            Who::anyone,   Takes::nothing, dashboard},
    Route{"GET",  "/demo",                   Who::anyone,   Takes::nothing, demo_shop},
    Route{"GET",  "/widget.js",              Who::anyone,   Takes::nothing, widget_script},
    Route{"GET",  "/widget.d.ts",            Who::anyone,   Takes::nothing, widget_types},
    Route{"GET",  "/widget/frame",           Who::anyone,   Takes::nothing, widget_frame},
    Route{"GET",  "/widget/logo",            Who::anyone,   Takes::nothing, widget_logo},
    Route{"GET",  "/assets/*",               Who::anyone,   Takes::nothing, asset},
};
// clang-format on
static_assert(routes.size() <= no_route, "metrics: a place for each route");
static_assert(std::none_of(routes.begin(), routes.end(),
                           [](const Route& route) {
                               return route.who == Who::anyone && std::holds_alternative<Reads>(route.handler);
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

std::optional<Problem> wrong_role(Who who, Role role) {
    const auto unless = [](bool right, Problem problem) { return right ? std::nullopt : std::optional(problem); };
    switch (who) {
        case Who::anyone:
        case Who::signing:
        case Who::sender:
            break;
        case Who::agent:
            return unless(role::agents.has(role), Problem::agents_only);
        case Who::supervisor:
            return unless(role::supervisors.has(role), Problem::supervisors_only);
        case Who::admin:
            return unless(role::admins.has(role), Problem::admins_only);
        case Who::customer:
            return unless(role == Role::customer, Problem::customers_only);
        case Who::somebody:
            return unless(role != Role::system, Problem::not_for_tokens);
        case Who::token:
            return unless(role == Role::system, Problem::tokens_only);
    }
    return std::nullopt;
}

std::optional<Problem> wrong_person(const Route& route, const Ask& ask) {
    if (route.who == Who::anyone || route.who == Who::signing) return std::nullopt;
    return ask.who ? wrong_role(route.who, ask.actor().role) : Problem::not_signed_in;
}

// A cookie goes along with whatever any page sends here; this header does not.
bool lacks_the_guard(const Route& route, const Ask& ask) {
    const bool by_cookie = route.who == Who::signing || ask.proof.of == Proof::Of::login;
    return by_cookie && route.method != "GET" && ask.http.get_header_value("X-Wrapup") != "1";
}

bool is_json(const httplib::Request& request) {
    const std::string type = request.get_header_value("Content-Type");
    return type.substr(0, type.find(';')) == "application/json";
}

std::optional<Problem> objection(const Route& route, const Ask& ask) {
    if (const auto problem = wrong_person(route, ask)) return problem;
    if (lacks_the_guard(route, ask)) return Problem::header_missing;
    if (route.takes == Takes::json && !is_json(ask.http)) return Problem::not_json;
    return std::nullopt;
}

Answer answer_at(const Route& route, Ask ask) {
    std::optional<Reading> reading;
    if (route.who != Who::anyone) {
        ask.proof = proof_of(ask.http);
        reading.emplace(ask.service.database);
        ask.who = principal_of(ask.proof, **reading, ask.service.clock());
    }
    if (const auto problem = objection(route, ask)) return problem_answer(*problem);
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

Answer answer(const httplib::Request& request, Service& service, const Pages& pages, StreamPlaces& stream_places) {
    std::string allowed;
    for (const Route& route : routes) {
        auto rest = match(route.path, request.path);
        if (!rest) continue;
        if (takes_method(route, request.method))
            return answer_at(route, {request, service, pages, stream_places, std::move(*rest)});
        allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
    }
    return allowed.empty() ? problem_answer(Problem::unknown_page) : not_allowed(allowed);
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
