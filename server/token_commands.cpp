#include "server/token_commands.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "server/ids.hpp"
#include "server/store/api_tokens.hpp"
#include "server/store/people.hpp"

namespace wrapup {
// clang-format off
template <> struct Shape<server::ApiToken> { using T = server::ApiToken; static constexpr std::tuple fields{Field{"id", &T::id}, Field{"site", &T::site}, Field{"name", &T::name}, Field{"created_at", &T::created_at}, Field{"expires_at", &T::expires_at}, Field{"scopes", &T::scopes}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

template <class T>
T member(const Json& request, const char* field) {
    return decode<T>(request.value(field, Json()), field);
}

std::string name_in(const Json& request) {
    auto name = member<std::string>(request, "name");
    const bool has_control =
        std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (has_control || fault_of(name)) throw Malformed("name", "expected a name");
    if (name.size() > ApiToken::name_bytes_max) throw Malformed("name", "too long");
    return name;
}

// The operator types it after a command, where what begins with a dash is an option.
ApiTokenId new_id() {
    for (;;)
        if (std::string id = random_id(); id.front() != '-') return {id};
}

std::optional<Time> expiry_in(const Json& request, Time now) {
    const auto days = member<std::optional<int>>(request, "days");
    if (!days) return std::nullopt;
    if (*days < 1 || *days > token_days_max) throw Malformed("days", "out of range");
    return now + Milliseconds{*days * day_ms};
}

// Not said: all of them.
Set<Scope> scopes_in(const Json& request) {
    const auto scopes = member<std::optional<Set<Scope>>>(request, "scopes").value_or(every<Scope>());
    if (scopes.empty()) throw Malformed("scopes", "expected at least one");
    return scopes;
}

}  // namespace

Json add_token(Database& database, const Json& request, Time now) {
    const ApiToken token{new_id(), member<SiteId>(request, "site"), name_in(request),
                         now,      expiry_in(request, now),         scopes_in(request)};
    Writing writing(database);
    if (!People(*writing).site(token.site)) throw Malformed("site", "there is no such site");
    ApiTokens tokens(*writing);
    if (tokens.all().size() >= ApiTokens::tokens_max) throw Malformed("tokens", "there are too many; revoke some");
    const std::string secret = tokens.open(token);
    writing.commit();
    return {{"token", secret}, {"id", encode(token.id)}};
}

Json list_tokens(Database& database) {
    const Reading reading(database);
    return {{"tokens", encode(ApiTokens(*reading).all())}};
}

Json revoke_token(Database& database, const Json& request) {
    const auto id = member<ApiTokenId>(request, "id");
    Writing writing(database);
    if (!ApiTokens(*writing).revoke(id)) throw Malformed("id", "there is no such token");
    writing.commit();
    return Json::object();
}

}  // namespace wrapup::server
