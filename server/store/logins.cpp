#include "server/store/logins.hpp"

#include "server/ids.hpp"

namespace wrapup::server {
namespace {

// Of a row (id, agent, device, address, opened_at, seen_at).
Login login_of_row(const Query& row) {
    return {{row.text(0)}, {row.text(1)}, row.text(2), row.text(3), row.time(4), row.time(5)};
}

}  // namespace

std::string Logins::open(const Login& login) {
    std::string token = random_token();
    connection_.run("DELETE FROM logins WHERE expires_at <= ?", login.opened_at);
    connection_.run(
        "INSERT INTO logins (token_hash, id, agent, device, address, opened_at, seen_at, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        Blob{hash_of_token(token)}, login.id, login.agent, login.device, login.address, login.opened_at, login.seen_at,
        Time{login.opened_at + lasts_max});
    return token;
}

std::optional<Login> Logins::shown_as(const std::string& token, Time now) {
    Query query = connection_.query(
        "SELECT id, agent, device, address, opened_at, seen_at FROM logins "
        "WHERE token_hash = ? AND expires_at > ? AND seen_at > ?",
        Blob{hash_of_token(token)}, now, Time{now - idle_max});
    return query.next() ? std::optional(login_of_row(query)) : std::nullopt;
}

std::vector<Login> Logins::of(const AgentId& agent, Time now) {
    Query query = connection_.query(
        "SELECT id, agent, device, address, opened_at, seen_at FROM logins "
        "WHERE agent = ? AND expires_at > ? AND seen_at > ? ORDER BY seen_at DESC, id",
        agent, now, Time{now - idle_max});
    std::vector<Login> logins;
    while (query.next()) logins.push_back(login_of_row(query));
    return logins;
}

bool Logins::is_signed_in(const AgentId& agent, Time now) {
    return connection_
        .query("SELECT 1 FROM logins WHERE agent = ? AND expires_at > ? AND seen_at > ?", agent, now,
               Time{now - idle_max})
        .next();
}

void Logins::see(const LoginId& id, Time now) {
    connection_.run("UPDATE logins SET seen_at = ? WHERE id = ?", now, id);
}

bool Logins::close(const AgentId& agent, const LoginId& id) {
    return connection_.query("DELETE FROM logins WHERE agent = ? AND id = ? RETURNING id", agent, id).next();
}

void Logins::close_all(const AgentId& agent) { connection_.run("DELETE FROM logins WHERE agent = ?", agent); }

void Logins::close_all_but(const AgentId& agent, const LoginId& kept) {
    connection_.run("DELETE FROM logins WHERE agent = ? AND id <> ?", agent, kept);
}

}  // namespace wrapup::server
