#include "server/store/identities.hpp"

#include "server/ids.hpp"

namespace wrapup::server {

IdentityMode SiteIdentity::mode(const SiteId& site) {
    Query query = connection_.query("SELECT mode FROM site_identity WHERE site = ?", site);
    return query.next() ? decode<IdentityMode>(Json(query.text(0))) : IdentityMode::off;
}

void SiteIdentity::put_mode(const SiteId& site, IdentityMode mode) {
    connection_.run(
        "INSERT INTO site_identity (site, mode) VALUES (?, ?) ON CONFLICT DO UPDATE SET mode = excluded.mode", site,
        std::string(name_of(mode)));
}

std::vector<SiteKey> SiteIdentity::keys(const SiteId& site) {
    Query query =
        connection_.query("SELECT id, created_at FROM site_keys WHERE site = ? ORDER BY created_at, rowid", site);
    std::vector<SiteKey> keys;
    while (query.next()) keys.push_back({{query.text(0)}, query.time(1)});
    return keys;
}

std::vector<std::string> SiteIdentity::secrets(const SiteId& site) {
    Query query = connection_.query("SELECT secret FROM site_keys WHERE site = ?", site);
    std::vector<std::string> secrets;
    while (query.next()) secrets.push_back(query.text(0));
    return secrets;
}

void SiteIdentity::add_key(const SiteId& site, const SiteKey& key, const std::string& secret) {
    connection_.run("INSERT INTO site_keys (id, site, secret, created_at) VALUES (?, ?, ?, ?)", key.id, site,
                    Blob{secret}, key.created_at);
}

bool SiteIdentity::remove_key(const SiteId& site, const SiteKeyId& id) {
    return connection_.query("DELETE FROM site_keys WHERE site = ? AND id = ? RETURNING id", site, id).next();
}

std::optional<CustomerId> Identities::customer_of(const SiteId& site, const std::string& subject) {
    Query query = connection_.query("SELECT customer FROM identities WHERE site = ? AND subject = ?", site, subject);
    return query.next() ? std::optional(CustomerId{query.text(0)}) : std::nullopt;
}

void Identities::put(const SiteId& site, const std::string& subject, const CustomerId& customer) {
    connection_.run("INSERT INTO identities (site, subject, customer) VALUES (?, ?, ?)", site, subject, customer);
}

bool Identities::may_write(const Actor& customer) {
    if (SiteIdentity(connection_).mode(customer.sites.front()) != IdentityMode::required) return true;
    return connection_.query("SELECT 1 FROM identities WHERE customer = ?", customer.id).next();
}

bool Identities::use(const SiteId& site, const std::string& jwt_id, const std::string& visitor_token, Time expires_at,
                     Time now) {
    connection_.run("DELETE FROM identity_uses WHERE expires_at <= ?", now);
    const Blob id{hash_of_token(jwt_id)}, visitor{hash_of_token(visitor_token)};
    return connection_
        .query(
            "INSERT INTO identity_uses (site, jti_hash, visitor, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET expires_at = max(expires_at, excluded.expires_at) WHERE visitor = excluded.visitor RETURNING 1",
            site, id, visitor, expires_at)
        .next();
}

}  // namespace wrapup::server
