#include "server/store/tokens.hpp"

#include "server/ids.hpp"

namespace wrapup::server {

std::string Tokens::open_visitor(const CustomerId& customer) {
    std::string token = random_token();
    connection_.run("INSERT INTO visitors (token_hash, customer) VALUES (?, ?)", Blob{hash_of_token(token)}, customer);
    return token;
}

std::optional<CustomerId> Tokens::customer_of(const std::string& token) {
    Query query = connection_.query("SELECT customer FROM visitors WHERE token_hash = ?", Blob{hash_of_token(token)});
    return query.next() ? std::optional(CustomerId{query.text(0)}) : std::nullopt;
}

}  // namespace wrapup::server
