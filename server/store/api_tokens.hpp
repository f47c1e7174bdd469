#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/scope.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

using ApiTokenId = Id<struct ApiTokenTag>;

// What another system shows to deliver conversations to one site. The token itself is told once and not kept.
struct ApiToken {
    static constexpr std::size_t name_bytes_max = 100;

    ApiTokenId id;
    SiteId site;
    std::string name;  // What the operator calls it.
    Time created_at;
    std::optional<Time> expires_at;  // None: it never does.
    Set<Scope> scopes = every<Scope>();

    // Acts as the system does, but for its own site.
    Actor actor() const { return {Role::system, id.value, {site}, {}, {}, {}}; }
};

class ApiTokens {
public:
    static constexpr std::string_view prefix = "wrapup_";  // Before 256 bits in base64url.
    static constexpr std::int64_t tokens_max = 100;        // In one database, the expired ones among them.

    explicit ApiTokens(Connection& connection) : connection_(connection) {}

    static bool is_api_token(std::string_view text);

    // Returns the token, which nobody can ask for again.
    std::string open(const ApiToken& token);
    // False where there is none of that id.
    bool revoke(const ApiTokenId& id);

    // None where it is unknown, revoked or expired.
    std::optional<ApiToken> shown_as(const std::string& token, Time now);
    std::vector<ApiToken> all();  // The oldest first.

private:
    Connection& connection_;
};

}  // namespace wrapup::server
