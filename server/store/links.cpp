#include "server/store/links.hpp"

#include "server/ids.hpp"
#include "server/json.hpp"

namespace wrapup::server {
namespace {

std::chrono::hours lasting(Link::Kind kind) {
    switch (kind) {
        case Link::Kind::setup:
            return Link::setup_lasts;
        case Link::Kind::invitation:
            return Link::invitation_lasts;
        case Link::Kind::reset:
        case Link::Kind::count:
            break;
    }
    return Link::reset_lasts;
}

}  // namespace

std::string Links::open(const Link& link, Time now) {
    std::string secret = random_token();
    close(link.agent);
    connection_.run("DELETE FROM links WHERE expires_at <= ?", now);
    connection_.run("INSERT INTO links (token_hash, kind, agent, expires_at) VALUES (?, ?, ?, ?)",
                    Blob{hash_of_token(secret)}, std::string(name_of(link.kind)), link.agent,
                    Time{now + lasting(link.kind)});
    return secret;
}

std::optional<Link> Links::shown_as(const std::string& secret, Time now) {
    Query query = connection_.query("SELECT kind, agent FROM links WHERE token_hash = ? AND expires_at > ?",
                                    Blob{hash_of_token(secret)}, now);
    if (!query.next()) return std::nullopt;
    return Link{decode<Link::Kind>(Json(query.text(0))),
                query.is_null(1) ? std::nullopt : std::optional(AgentId{query.text(1)})};
}

void Links::close(const std::optional<AgentId>& agent) { connection_.run("DELETE FROM links WHERE agent IS ?", agent); }

}  // namespace wrapup::server
