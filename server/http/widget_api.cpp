// What the widget asks before and beside the conversation itself.
#include "core/standing.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/people.hpp"
#include "server/store/site_desks.hpp"
#include "server/store/site_logos.hpp"
#include "server/store/site_looks.hpp"
#include "server/store/staffing.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t agents_named_max = 3;
constexpr std::int64_t chats_ahead_max = 1'000;  // That are counted.

// Those who would take a chat of this site now.
std::vector<std::string> names_here(const Ask& ask, Connection& connection, const SiteId& site) {
    return Staffing(connection)
        .names_of_available(
            site, Group::messaging, [&](const std::string& agent) { return ask.service.hub.presence().has(agent); },
            agents_named_max);
}

Json named(const std::vector<std::string>& names) {
    Json agents = Json::array();
    for (const std::string& name : names) agents.push_back({{"name", name}});
    return agents;
}

}  // namespace

Answer widget_desk(const Ask& ask) {
    const Reading reading(ask.service.database);
    const SiteId id{ask.param("site")};
    const auto site = People(*reading).site(id);
    if (!site) return problem_answer(Problem::unknown_site);
    const Time now = ask.service.clock();
    const SiteDesk desk = SiteDesks(*reading).of(id);
    const OpenState state = desk.hours ? open_state_at(*desk.hours, now) : OpenState{true, {}};
    const auto here = state.open ? names_here(ask, *reading, id) : std::vector<std::string>{};
    const bool names_them = ask.service.policy().agent_names == AgentNames::shown;
    return json_answer({{"site", id.value},
                        {"name", site->name},
                        {"now", encode(now)},
                        {"look", encode(SiteLooks(*reading).of(id))},
                        {"logo", encode(address_of_logo(*reading, id))},
                        {"identity", SiteDesks(*reading).identity(id)},
                        {"present", !here.empty()},
                        {"open", state.open},
                        {"changes_at", encode(state.changes_at)},
                        {"reply_time", encode(desk.reply_time)},
                        {"agents", names_them ? named(here) : Json::array()},
                        {"form", encode(desk.form)},
                        {"away_form", desk.away_form},
                        {"rating", desk.rating},
                        {"mail", ask.service.mail.enabled()},
                        {"file_bytes_max", ask.pages.file_bytes_max}});
}

// Under an address that names its version it never changes.
Answer widget_logo(const Ask& ask) {
    const Reading reading(ask.service.database);
    const auto logo = SiteLogos(*reading).of({ask.param("site")});
    if (!logo) return problem_answer(Problem::unknown_page);
    const bool is_for_ever = ask.param("v") == logo->version;
    return {200,
            std::string(name_of(logo->type)),
            logo->bytes,
            {{"Content-Security-Policy", "default-src 'none'; sandbox"},
             {"Cache-Control", is_for_ever ? "public, max-age=31536000, immutable" : "no-cache"}}};
}

Answer queue(const Ask& ask, Connection& snapshot) {
    const ConversationId conversation{ask.rest};
    const auto ahead = InboxView(snapshot).waiting_before(conversation, chats_ahead_max);
    return json_answer({{"ahead", encode(ahead)}});
}

}  // namespace wrapup::server
