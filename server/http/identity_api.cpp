// Whether a site vouches for its visitors, and with which keys.
#include "core/standing.hpp"
#include "server/http/errors.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/identities.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {

struct IdentityForm {
    IdentityMode mode = IdentityMode::off;
};
struct NamedKey {
    SiteKeyId id;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::IdentityForm> { using T = server::IdentityForm; static constexpr std::tuple fields{Field{"mode", &T::mode}}; };
template <> struct Shape<server::NamedKey>     { using T = server::NamedKey;     static constexpr std::tuple fields{Field{"id", &T::id}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

Answer told(Connection& connection, const SiteId& site) {
    SiteIdentity identity(connection);
    return json_answer({{"mode", encode(identity.mode(site))}, {"keys", encode(identity.keys(site))}});
}

void note(Connection& connection, const Ask& ask, Deed deed, Json detail) {
    detail["site"] = People(connection).site({ask.rest}).value().name;
    Audit(connection).note(ask.service.clock(), ask.actor().id, deed, detail);
}

}  // namespace

Answer site_identity(const Ask& ask, Connection& snapshot) {
    if (!belongs_to({ask.rest}, ask.actor())) return problem_answer(Problem::unknown_site);
    return told(snapshot, {ask.rest});
}

Answer change_site_identity(const Ask& ask) {
    const auto form = decode<IdentityForm>(parse_json(ask.http.body));
    if (!belongs_to({ask.rest}, ask.actor())) return problem_answer(Problem::unknown_site);
    Writing writing(ask.service.database);
    SiteIdentity(*writing).put_mode({ask.rest}, form.mode);
    note(*writing, ask, Deed::identity_changed, {{"mode", encode(form.mode)}});
    writing.commit();
    return told(*writing, {ask.rest});
}

Answer add_site_key(const Ask& ask) {
    const SiteId site{ask.rest};
    if (!belongs_to(site, ask.actor())) return problem_answer(Problem::unknown_site);
    const SiteKey key{{random_id()}, ask.service.clock()};
    const std::string secret = random_token();
    Writing writing(ask.service.database);
    SiteIdentity identity(*writing);
    if (identity.keys(site).size() >= SiteIdentity::keys_max) return problem_answer(Problem::too_many);
    identity.add_key(site, key, secret);
    note(*writing, ask, Deed::identity_key_added, {{"key", encode(key.id)}});
    writing.commit();
    Json body = encode(key);
    body["secret"] = secret;
    return json_answer(body, 201);
}

Answer remove_site_key(const Ask& ask) {
    const auto named = decode<NamedKey>(parse_json(ask.http.body));
    if (!belongs_to({ask.rest}, ask.actor())) return problem_answer(Problem::unknown_site);
    Writing writing(ask.service.database);
    if (!SiteIdentity(*writing).remove_key({ask.rest}, named.id)) return problem_answer(Problem::unknown_item);
    note(*writing, ask, Deed::identity_key_removed, {{"key", encode(named.id)}});
    writing.commit();
    return no_content();
}

}  // namespace wrapup::server
