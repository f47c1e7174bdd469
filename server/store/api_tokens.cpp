#include "server/store/api_tokens.hpp"

#include "server/ids.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

ApiToken token_of_row(const Query& row) {
    const auto expires_at = row.is_null(4) ? std::nullopt : std::optional(row.time(4));
    const auto scopes = decode<Set<Scope>>(Json::parse(row.text(5)));
    return {{row.text(0)}, {row.text(1)}, row.text(2), row.time(3), expires_at, scopes};
}

}  // namespace

bool ApiTokens::is_api_token(std::string_view text) {
    return text.starts_with(prefix) && is_token(text.substr(prefix.size()));
}

std::string ApiTokens::open(const ApiToken& token) {
    std::string secret = std::string(prefix) + random_token();
    connection_.run(
        "INSERT INTO api_tokens (id, token_hash, site, name, created_at, expires_at, scopes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        token.id, Blob{hash_of_token(secret)}, token.site, token.name, token.created_at, token.expires_at,
        text_of(encode(token.scopes)));
    return secret;
}

bool ApiTokens::revoke(const ApiTokenId& id) {
    Query query = connection_.query("DELETE FROM api_tokens WHERE id = ? RETURNING id", id);
    return query.next();
}

std::optional<ApiToken> ApiTokens::shown_as(const std::string& token, Time now) {
    Query query = connection_.query(
        "SELECT id, site, name, created_at, expires_at, scopes FROM api_tokens "
        "WHERE token_hash = ? AND (expires_at IS NULL OR expires_at > ?)",
        Blob{hash_of_token(token)}, now);
    return query.next() ? std::optional(token_of_row(query)) : std::nullopt;
}

std::vector<ApiToken> ApiTokens::all() {
    Query query = connection_.query(
        "SELECT id, site, name, created_at, expires_at, scopes FROM api_tokens ORDER BY created_at, rowid");
    std::vector<ApiToken> tokens;
    while (query.next()) tokens.push_back(token_of_row(query));
    return tokens;
}

}  // namespace wrapup::server
