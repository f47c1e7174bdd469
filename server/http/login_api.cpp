// Who signs in and out, and where they are signed in.
#include "server/email.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/http/signing.hpp"
#include "server/json_text.hpp"
#include "server/shift.hpp"
#include "server/store/people.hpp"
#include "server/store/second_factors.hpp"

namespace wrapup::server {

struct LoginForm {
    std::string email;
    std::string password;
    std::optional<std::string> code;  // Of the second factor, where one is asked for.
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::LoginForm> {
    using T = server::LoginForm;
    static constexpr std::tuple fields{Field{"email", &T::email}, Field{"password", &T::password},
                                       Field{"code", &T::code}};
};

namespace wrapup::server {
namespace {

std::optional<Credentials> credentials_of(Service& service, const std::string& email) {
    const Reading reading(service.database);
    return People(*reading).credentials(email);
}

// Each stream looks again whether it is still somebody's, and ends where it is not.
// Asks for the database itself: whoever calls it has let go of it.
void after_signing_out(Service& service, const AgentId& agent) {
    service.hub.tell_agent(agent, look_again());
    const bool is_signed_in = [&] {
        const Reading reading(service.database);
        return Logins(*reading).is_signed_in(agent, service.clock());
    }();
    if (!is_signed_in) set_available(service, agent, {}, InHand::keep);
}

bool close(Service& service, const AgentId& agent, const LoginId& login) {
    const bool closed = [&] {
        Writing writing(service.database);
        const bool was_open = Logins(*writing).close(agent, login);
        writing.commit();
        return was_open;
    }();
    if (closed) after_signing_out(service, agent);
    return closed;
}

// A right password that comes without a code is no guess; with a wrong code it is.
std::optional<Problem> wrong_factor(Service& service, const AgentId& agent, const std::optional<std::string>& code) {
    Writing writing(service.database);
    SecondFactors factors(*writing);
    if (!factors.is_on(agent)) return std::nullopt;
    if (!code) return Problem::code_needed;
    if (!factors.take(agent, *code, service.clock())) return Problem::wrong_code;
    writing.commit();
    return std::nullopt;
}

Json told(const Login& login, const Ask& ask) {
    return {{"id", encode(login.id)},           {"device", login.device},
            {"address", login.address},         {"opened_at", encode(login.opened_at)},
            {"seen_at", encode(login.seen_at)}, {"is_this", login.id == ask.who->login}};
}

Answer signed_out(const Ask& ask) {
    Answer answer = no_content();
    answer.headers.emplace_back("Set-Cookie", drop_cookie(Cookie::login, ask.pages.carriage()));
    return answer;
}

}  // namespace

// What is found out about an account takes the same work whether or not there is one.
Answer login(const Ask& ask) {
    const auto form = decode<LoginForm>(parse_json(ask.http.body));
    if (form.password.size() > Passwords::password_bytes_max) throw Malformed("password", "too long");
    if (form.email.size() > email_bytes_max) throw Malformed("email", "too long");
    const auto known = credentials_of(ask.service, form.email);
    const auto attempt = attempt_at(ask, form.email, known ? std::optional(known->agent) : std::nullopt);
    if (const auto wait = ask.login_guard.take(attempt, ticks())) return answer_to_too_many_logins(*wait);
    const auto hash = known ? std::optional(known->password_hash) : std::nullopt;
    if (!ask.service.passwords.verify(hash, form.password)) return problem_answer(Problem::wrong_credentials);
    const auto problem = wrong_factor(ask.service, known->agent, form.code);
    if (problem != Problem::wrong_code) ask.login_guard.give_back(attempt);
    if (problem) return problem_answer(*problem, {}, "code");
    return let_in(ask, known->agent, no_content());
}

Answer logout(const Ask& ask) {
    if (ask.who && ask.who->login) close(ask.service, {ask.actor().id}, *ask.who->login);
    return signed_out(ask);
}

Answer own_logins(const Ask& ask, Connection& snapshot) {
    Json list = Json::array();
    for (const Login& login : Logins(snapshot).of({ask.actor().id}, ask.service.clock()))
        list.push_back(told(login, ask));
    return json_answer({{"logins", list}});
}

Answer end_login(const Ask& ask) {
    if (!close(ask.service, {ask.actor().id}, {ask.rest})) return problem_answer(Problem::unknown_item);
    return ask.rest == ask.who->login->value ? signed_out(ask) : no_content();
}

Answer end_every_login(const Ask& ask) {
    const AgentId agent{ask.actor().id};
    {
        Writing writing(ask.service.database);
        Logins(*writing).close_all(agent);
        writing.commit();
    }
    after_signing_out(ask.service, agent);
    return signed_out(ask);
}

}  // namespace wrapup::server
