#include "server/store/site_looks.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

SiteLook SiteLooks::of(const SiteId& site) {
    Query query = connection_.query("SELECT look FROM site_looks WHERE site = ?", site);
    return query.next() ? decode<SiteLook>(Json::parse(query.text(0))) : SiteLook{};
}

void SiteLooks::put(const SiteId& site, const SiteLook& look) {
    connection_.run("INSERT INTO site_looks (site, look) VALUES (?, ?) ON CONFLICT DO UPDATE SET look = excluded.look",
                    site, text_of(encode(look)));
}

}  // namespace wrapup::server
