#include "server/http/session.hpp"

#include "server/ids.hpp"
#include "server/store/api_tokens.hpp"
#include "server/store/people.hpp"
#include "server/store/tokens.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view cookie_name = "wrapup_session";
constexpr std::string_view cookie_flags = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=";
constexpr std::string_view bearer = "Bearer ";

// The value of a cookie in a Cookie header, or empty.
std::string_view cookie_in(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const std::string_view pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(pair.size() + 1, header.size()));
        const std::string_view trimmed = pair.substr(std::min(pair.find_first_not_of(' '), pair.size()));
        const auto equals = trimmed.find('=');
        if (equals != std::string_view::npos && trimmed.substr(0, equals) == name) return trimmed.substr(equals + 1);
    }
    return {};
}

std::string cookie(const std::string& token, std::chrono::seconds max_age) {
    std::string value(cookie_name);
    value += '=' + token;
    value += cookie_flags;
    return value + std::to_string(max_age.count());
}

Proof proof(Proof::Of of, std::string_view token) { return is_token(token) ? Proof{of, std::string(token)} : Proof{}; }

}  // namespace

Proof proof_of(const httplib::Request& request) {
    if (request.has_header("Authorization")) {
        const std::string header = request.get_header_value("Authorization");
        if (header.rfind(bearer, 0) != 0) return {};
        const auto token = std::string_view(header).substr(bearer.size());
        if (ApiTokens::is_api_token(token)) return {Proof::Of::api, std::string(token)};
        return proof(Proof::Of::visitor, token);
    }
    const std::string cookies = request.get_header_value("Cookie");
    return proof(Proof::Of::login, cookie_in(cookies, cookie_name));
}

std::optional<Principal> principal_of(const Proof& proof, Connection& connection, Time now) {
    switch (proof.of) {
        case Proof::Of::nobody:
            break;
        case Proof::Of::login:
            if (const auto id = Tokens(connection).agent_of(proof.token, now))
                if (const auto agent = People(connection).agent(*id))
                    return Principal{agent->actor, agent->name, agent->email};
            break;
        case Proof::Of::visitor:
            if (const auto id = Tokens(connection).customer_of(proof.token))
                if (const auto customer = People(connection).customer(*id))
                    return Principal{customer->actor(), customer->name, std::nullopt, customer->verified};
            break;
        case Proof::Of::api:
            if (const auto token = ApiTokens(connection).shown_as(proof.token, now))
                return Principal{token->actor(), token->name, std::nullopt};
            break;
    }
    return std::nullopt;
}

std::string login_cookie(const std::string& token) { return cookie(token, Tokens::login_lasts_max); }
std::string no_login_cookie() { return cookie("", std::chrono::seconds{0}); }

}  // namespace wrapup::server
