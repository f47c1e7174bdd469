#include "server/store/site_desks.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

SiteDesk SiteDesks::of(const SiteId& site) {
    Query query = connection_.query("SELECT desk FROM site_desks WHERE site = ?", site);
    return query.next() ? decode<SiteDesk>(Json::parse(query.text(0))) : SiteDesk{};
}

void SiteDesks::put(const SiteId& site, const SiteDesk& desk) {
    connection_.run("INSERT INTO site_desks (site, desk) VALUES (?, ?) ON CONFLICT DO UPDATE SET desk = excluded.desk",
                    site, text_of(encode(desk)));
}

std::string SiteDesks::identity(const SiteId& site) {
    Query query = connection_.query("SELECT mode FROM site_identity WHERE site = ?", site);
    return query.next() ? query.text(0) : "off";
}

}  // namespace wrapup::server
