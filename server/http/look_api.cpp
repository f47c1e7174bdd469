// How the widget looks on the pages of a site.
#include <algorithm>

#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/people.hpp"
#include "server/store/site_looks.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t bytes_of_code_point_max = 4;

// It becomes part of a style, so it is nothing but what it must be: #rrggbb.
bool is_colour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::size_t count_code_points(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

SiteLook look_in(const Ask& ask) {
    auto look = decode<SiteLook>(parse_json(ask.http.body));
    if (look.colour && !is_colour(*look.colour)) throw Malformed("colour", "expected a colour like #0a7d5c");
    if (look.greeting.empty()) return look;
    check_line(look.greeting, "greeting", SiteLook::greeting_code_points_max * bytes_of_code_point_max);
    if (count_code_points(look.greeting) > SiteLook::greeting_code_points_max) throw Malformed("greeting", "too long");
    return look;
}

}  // namespace

Answer site_look(const Ask& ask, Connection& snapshot) {
    const SiteId site{ask.rest};
    return json_answer(encode(SiteLooks(snapshot).of(site)));
}

Answer change_site_look(const Ask& ask) {
    const SiteLook look = look_in(ask);
    const SiteId site{ask.rest};
    Writing writing(ask.service.database);
    SiteLooks(*writing).put(site, look);
    const std::string name = People(*writing).site(site).value().name;
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::look_changed, {{"site", name}});
    writing.commit();
    return json_answer(encode(look));
}

}  // namespace wrapup::server
