#include "server/store/tokens.hpp"

#include "server/ids.hpp"

namespace wrapup::server {

std::string Tokens::open_login(const AgentId& agent, Time now) {
    std::string token = random_token();
    connection_.run("DELETE FROM logins WHERE expires_at <= ?", now);
    connection_.run("INSERT INTO logins (token_hash, agent, expires_at) VALUES (?, ?, ?)", Blob{hash_of_token(token)},
                    agent, Time{now + login_lasts_max});
    return token;
}

void Tokens::open_visitor(const std::string& token, const CustomerId& customer) {
    connection_.run("INSERT INTO visitors (token_hash, customer) VALUES (?, ?)", Blob{hash_of_token(token)}, customer);
}

void Tokens::close_visitor(const std::string& token) {
    connection_.run("DELETE FROM visitors WHERE token_hash = ?", Blob{hash_of_token(token)});
}

void Tokens::move_visitors(const CustomerId& from, const CustomerId& to) {
    connection_.run("UPDATE visitors SET customer = ? WHERE customer = ?", to, from);
}

void Tokens::close_login(const std::string& token) {
    connection_.run("DELETE FROM logins WHERE token_hash = ?", Blob{hash_of_token(token)});
}

void Tokens::close_logins(const AgentId& agent, const std::string& but) {
    connection_.run("DELETE FROM logins WHERE agent = ? AND token_hash <> ?", agent, Blob{hash_of_token(but)});
}

bool Tokens::is_signed_in(const AgentId& agent, Time now) {
    return connection_.query("SELECT 1 FROM logins WHERE agent = ? AND expires_at > ?", agent, now).next();
}

std::optional<AgentId> Tokens::agent_of(const std::string& token, Time now) {
    Query query = connection_.query("SELECT agent FROM logins WHERE token_hash = ? AND expires_at > ?",
                                    Blob{hash_of_token(token)}, now);
    return query.next() ? std::optional(AgentId{query.text(0)}) : std::nullopt;
}

std::optional<CustomerId> Tokens::customer_of(const std::string& token) {
    Query query = connection_.query("SELECT customer FROM visitors WHERE token_hash = ?", Blob{hash_of_token(token)});
    return query.next() ? std::optional(CustomerId{query.text(0)}) : std::nullopt;
}

}  // namespace wrapup::server
