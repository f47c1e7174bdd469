#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/json.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// Whether a site vouches for its visitors.
enum class IdentityMode : std::uint8_t {
    off,       // It does not; what says so is refused.
    optional,  // For those whom it knows.
    required,  // For all: nobody else starts a conversation, or writes.
    count
};

using SiteKeyId = Id<struct SiteKeyTag>;

struct SiteKey {
    SiteKeyId id;
    Time created_at;
};

// How each site vouches for its visitors: the mode, and the keys that it signs with. Their secrets have to be kept as
// they are, since signing and checking take the same one.
class SiteIdentity {
public:
    // The one in use, and the one that takes its place.
    static constexpr std::size_t keys_max = 2;

    explicit SiteIdentity(Connection& connection) : connection_(connection) {}

    IdentityMode mode(const SiteId& site);
    void put_mode(const SiteId& site, IdentityMode mode);

    std::vector<SiteKey> keys(const SiteId& site);  // The oldest first.
    std::vector<std::string> secrets(const SiteId& site);
    void add_key(const SiteId& site, const SiteKey& key, const std::string& secret);
    bool remove_key(const SiteId& site, const SiteKeyId& id);  // Whether there was one.

private:
    Connection& connection_;
};

// Whom the sites vouch for. A subject is somebody by its bytes: never by an e-mail address, and never nearly.
class Identities {
public:
    explicit Identities(Connection& connection) : connection_(connection) {}

    std::optional<CustomerId> customer_of(const SiteId& site, const std::string& subject);
    // Neither of them must be there yet.
    void put(const SiteId& site, const std::string& subject, const CustomerId& customer);

    // Whether a customer may start conversations and write, as far as it depends on whether their site vouches for
    // them.
    bool may_write(const Actor& customer);

    // Whether this visitor may use what the site vouched with, which has this id: nobody else has until now. Forgets
    // the uses of what has expired.
    bool use(const SiteId& site, const std::string& jwt_id, const std::string& visitor_token, Time expires_at,
             Time now);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> inline constexpr std::array<std::string_view, 3> names<server::IdentityMode>{"off", "optional", "required"};
template <> struct Shape<server::SiteKey> { using T = server::SiteKey; static constexpr std::tuple fields{Field{"id", &T::id}, Field{"created_at", &T::created_at}}; };
// clang-format on
}  // namespace wrapup
