// Sites, and where their widget may stand. An admin sees and changes their own.
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/origins.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

struct SiteForm {
    std::string name;
    std::vector<std::string> origins;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::SiteForm> { using T = server::SiteForm; static constexpr std::tuple fields{Field{"name", &T::name}, Field{"origins", &T::origins}}; };
template <> struct Shape<server::Site>     { using T = server::Site;     static constexpr std::tuple fields{Field{"id", &T::id}, Field{"name", &T::name}, Field{"origins", &T::origins}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

constexpr std::size_t sites_max = 200;

SiteForm form_from(const std::string& body) {
    auto form = decode<SiteForm>(parse_json(body));
    check_line(form.name, "name", Site::name_bytes_max);
    form.origins = origins_from(form.origins);
    return form;
}

}  // namespace

Answer sites(const Ask& ask, Connection& snapshot) {
    std::vector<Site> sites;
    for (const SiteId& id : ask.actor().sites)
        if (auto site = People(snapshot).site(id)) sites.push_back(*std::move(site));
    return json_answer({{"sites", encode(sites)}});
}

Answer add_site(const Ask& ask) {
    const auto form = form_from(ask.http.body);
    const Site site{{random_id()}, form.name, form.origins};
    Writing writing(ask.service.database);
    People people(*writing);
    if (people.count_sites() >= sites_max) return problem_answer(Problem::too_many);
    people.put_site(site);
    Actor admin = people.agent({ask.actor().id}).value().actor;
    admin.sites.push_back(site.id);
    people.put_duties({admin.id}, admin.role, admin.sites);
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::site_added, {{"site", site.name}});
    writing.commit();
    ask.service.hub.cut_off(ask.actor().id);  // They come back as somebody of one more site.
    return json_answer(encode(site), 201);
}

Answer change_site(const Ask& ask) {
    const auto form = form_from(ask.http.body);
    const Site site{{ask.rest}, form.name, form.origins};
    Writing writing(ask.service.database);
    People(*writing).put_site(site);
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::site_changed, {{"site", site.name}});
    writing.commit();
    ask.service.hub.tell_agents({site.id}, look_again(), {});
    return json_answer(encode(site));
}

}  // namespace wrapup::server
