#include "server/http/session.hpp"

#include "server/ids.hpp"
#include "server/store/api_tokens.hpp"
#include "server/store/people.hpp"
#include "server/store/tokens.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view cookie_flags = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=";
constexpr std::chrono::hours device_known_max{400 * 24};  // Browsers keep no cookie for longer.
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

std::string name_of(Cookie cookie, Carriage carriage) {
    const std::string name = cookie == Cookie::login ? "wrapup_session" : "wrapup_device";
    return carriage == Carriage::tls ? "__Host-" + name : name;
}

std::string with_flags(Cookie cookie, Carriage carriage, const std::string& value, std::chrono::seconds max_age) {
    std::string text = name_of(cookie, carriage) + '=' + value;
    text += cookie_flags;
    text += std::to_string(max_age.count());
    return carriage == Carriage::tls ? text + "; Secure" : text;
}

Proof proof(Proof::Of of, std::string_view token) { return is_token(token) ? Proof{of, std::string(token)} : Proof{}; }

}  // namespace

Proof proof_of(const httplib::Request& request, Carriage carriage) {
    if (request.has_header("Authorization")) {
        const std::string header = request.get_header_value("Authorization");
        if (header.rfind(bearer, 0) != 0) return {};
        const auto token = std::string_view(header).substr(bearer.size());
        if (ApiTokens::is_api_token(token)) return {Proof::Of::api, std::string(token)};
        return proof(Proof::Of::visitor, token);
    }
    return proof(Proof::Of::login, cookie_of(request, Cookie::login, carriage));
}

std::string cookie_of(const httplib::Request& request, Cookie cookie, Carriage carriage) {
    const std::string cookies = request.get_header_value("Cookie");
    return std::string(cookie_in(cookies, name_of(cookie, carriage)));
}

std::optional<Principal> principal_of(const Proof& proof, Connection& connection, Time now) {
    switch (proof.of) {
        case Proof::Of::nobody:
            break;
        case Proof::Of::login:
            if (const auto login = Logins(connection).shown_as(proof.token, now))
                if (const auto agent = People(connection).agent(login->agent); agent && !agent->disabled_at)
                    return Principal{agent->actor, agent->name, agent->email, /*verified=*/false, login->id};
            break;
        case Proof::Of::visitor:
            if (const auto id = Tokens(connection).customer_of(proof.token))
                if (const auto customer = People(connection).customer(*id))
                    return Principal{customer->actor(), customer->name, std::nullopt, customer->verified};
            break;
        case Proof::Of::api:
            if (const auto token = ApiTokens(connection).shown_as(proof.token, now))
                return Principal{token->actor(), token->name, std::nullopt, /*verified=*/false, /*login=*/std::nullopt, token->scopes};
            break;
    }
    return std::nullopt;
}

std::string set_cookie(Cookie cookie, const std::string& token, Carriage carriage) {
    return with_flags(cookie, carriage, token, cookie == Cookie::login ? Logins::lasts_max : device_known_max);
}
std::string drop_cookie(Cookie cookie, Carriage carriage) {
    return with_flags(cookie, carriage, "", std::chrono::seconds{0});
}

}  // namespace wrapup::server
