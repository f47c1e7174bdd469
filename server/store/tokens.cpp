#include "server/store/tokens.hpp"

#include "server/ids.hpp"

namespace wrapup::server {

void Tokens::open_visitor(const std::string& token, const CustomerId& customer) {
    connection_.run("INSERT INTO visitors (token_hash, customer) VALUES (?, ?)", Blob{hash_of_token(token)}, customer);
}

void Tokens::close_visitor(const std::string& token) {
    connection_.run("DELETE FROM visitors WHERE token_hash = ?", Blob{hash_of_token(token)});
}

void Tokens::move_visitors(const CustomerId& from, const CustomerId& to) {
    connection_.run("UPDATE visitors SET customer = ? WHERE customer = ?", to, from);
}

std::optional<CustomerId> Tokens::customer_of(const std::string& token) {
    Query query = connection_.query("SELECT customer FROM visitors WHERE token_hash = ?", Blob{hash_of_token(token)});
    return query.next() ? std::optional(CustomerId{query.text(0)}) : std::nullopt;
}

}  // namespace wrapup::server
