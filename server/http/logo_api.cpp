// The logo of a site.
#include "core/standing.hpp"
#include "server/http/errors.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/media.hpp"
#include "server/store/audit.hpp"
#include "server/store/people.hpp"
#include "server/store/site_logos.hpp"

namespace wrapup::server {
namespace {

constexpr Set<MediaType> images =
    only(MediaType::png) | only(MediaType::jpeg) | only(MediaType::gif) | only(MediaType::webp);

MediaType type_of(const std::string& bytes) {
    if (bytes.size() > SiteLogo::bytes_max) throw Malformed("logo", "expected at most 64 KiB");
    const auto media = media_of(bytes);
    if (!media || !images.has(media->type)) throw Malformed("logo", "expected a PNG, JPEG, GIF or WebP");
    if (media->width > SiteLogo::side_px_max || media->height > SiteLogo::side_px_max)
        throw Malformed("logo", "expected at most 512 by 512 pixels");
    return media->type;
}

Json told_of(Connection& connection, const SiteId& site) {
    return {{"logo", encode(address_of_logo(connection, site))}};
}

// Returns what is told of it afterwards.
template <class Change>
Answer changed(const Ask& ask, Deed deed, const Change& change) {
    const SiteId site{ask.rest};
    if (!belongs_to(site, ask.actor())) return problem_answer(Problem::unknown_site);
    Writing writing(ask.service.database);
    change(SiteLogos(*writing), site);
    const std::string name = People(*writing).site(site).value().name;
    Audit(*writing).note(ask.service.clock(), ask.actor().id, deed, {{"site", name}});
    Json told = told_of(*writing, site);
    writing.commit();
    return json_answer(told);
}

}  // namespace

std::optional<std::string> address_of_logo(Connection& connection, const SiteId& site) {
    const auto version = SiteLogos(connection).version(site);
    return version ? std::optional("/widget/logo?site=" + site.value + "&v=" + *version) : std::nullopt;
}

Answer site_logo(const Ask& ask, Connection& snapshot) {
    const SiteId site{ask.rest};
    if (!belongs_to(site, ask.actor())) return problem_answer(Problem::unknown_site);
    return json_answer(told_of(snapshot, site));
}

Answer change_site_logo(const Ask& ask) {
    const MediaType type = type_of(ask.http.body);
    return changed(ask, Deed::logo_changed,
                   [&](SiteLogos logos, const SiteId& site) { logos.put(site, type, ask.http.body); });
}

Answer remove_site_logo(const Ask& ask) {
    return changed(ask, Deed::logo_removed, [](SiteLogos logos, const SiteId& site) { logos.remove(site); });
}

}  // namespace wrapup::server
