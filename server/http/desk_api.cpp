// What a site offers its visitors, as its admins choose it.
#include <algorithm>

#include "core/standing.hpp"
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/people.hpp"
#include "server/store/site_desks.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t form_fields_max = 8;
constexpr std::size_t label_bytes_max = 64;  // An answer is kept under it, and that is as long as such names may be.
constexpr std::size_t options_min = 2;
constexpr std::size_t options_max = 20;
constexpr std::size_t option_bytes_max = 100;

void check_options(const FormField& asked, const std::string& field) {
    if (asked.kind != FormKind::choice && !asked.options.empty()) throw Malformed(field, "only a choice has options");
    if (asked.kind == FormKind::choice && asked.options.size() < options_min)
        throw Malformed(field, "expected at least two");
    if (asked.options.size() > options_max) throw Malformed(field, "too many");
    for (auto option = asked.options.begin(); option != asked.options.end(); ++option) {
        check_line(*option, field.c_str(), option_bytes_max);
        if (std::find(asked.options.begin(), option, *option) != option) throw Malformed(field, "twice");
    }
}

// Of names and addresses there is one: they become the visitor's own.
bool says_the_same(const FormField& a, const FormField& b) {
    const bool is_of_visitor = a.kind == FormKind::name || a.kind == FormKind::email;
    return a.label == b.label || (is_of_visitor && a.kind == b.kind);
}

void check_form(const std::vector<FormField>& form) {
    if (form.size() > form_fields_max) throw Malformed("form", "too many");
    for (auto asked = form.begin(); asked != form.end(); ++asked) {
        const std::string field = item_of("form", static_cast<std::size_t>(asked - form.begin()));
        check_line(asked->label, member_of(field, "label").c_str(), label_bytes_max);
        check_options(*asked, member_of(field, "options"));
        if (std::any_of(form.begin(), asked, [&](const FormField& earlier) { return says_the_same(*asked, earlier); }))
            throw Malformed(field, "twice");
    }
}

SiteDesk desk_in(const Ask& ask) {
    auto desk = decode<SiteDesk>(parse_json(ask.http.body));
    if (desk.hours) arrange(*desk.hours, "hours");
    check_form(desk.form);
    return desk;
}

}  // namespace

Answer site_desk(const Ask& ask, Connection& snapshot) {
    const SiteId site{ask.rest};
    if (!belongs_to(site, ask.actor())) return problem_answer(Problem::unknown_site);
    return json_answer(encode(SiteDesks(snapshot).of(site)));
}

Answer change_site_desk(const Ask& ask) {
    const SiteDesk desk = desk_in(ask);
    const SiteId site{ask.rest};
    if (!belongs_to(site, ask.actor())) return problem_answer(Problem::unknown_site);
    Writing writing(ask.service.database);
    SiteDesks(*writing).put(site, desk);
    const std::string name = People(*writing).site(site).value().name;
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::desk_changed, {{"site", name}});
    writing.commit();
    return json_answer(encode(desk));
}

// A browser calls some of them by names that not every system has, so it asks which there are.
Answer time_zones(const Ask&, Connection&) { return json_answer({{"time_zones", encode(time_zones())}}); }

}  // namespace wrapup::server
