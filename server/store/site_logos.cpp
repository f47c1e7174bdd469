#include "server/store/site_logos.hpp"

#include "server/ids.hpp"
#include "server/json.hpp"

namespace wrapup::server {

std::optional<SiteLogo> SiteLogos::of(const SiteId& site) {
    Query query = connection_.query("SELECT type, version, body FROM site_logos WHERE site = ?", site);
    if (!query.next()) return std::nullopt;
    return SiteLogo{decode<MediaType>(Json(query.text(0))), query.text(2), query.text(1)};
}

std::optional<std::string> SiteLogos::version(const SiteId& site) {
    Query query = connection_.query("SELECT version FROM site_logos WHERE site = ?", site);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void SiteLogos::put(const SiteId& site, MediaType type, const std::string& bytes) {
    connection_.run(
        "INSERT INTO site_logos (site, type, version, body) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "type = excluded.type, version = excluded.version, body = excluded.body",
        site, std::string(name_of(type)), random_id(), Blob{bytes});
}

void SiteLogos::remove(const SiteId& site) { connection_.run("DELETE FROM site_logos WHERE site = ?", site); }

}  // namespace wrapup::server
