#include "server/http/signing.hpp"

#include "server/common_passwords.hpp"
#include "server/device.hpp"
#include "server/http/errors.hpp"
#include "server/ids.hpp"
#include "server/json.hpp"
#include "server/shift.hpp"
#include "server/store/audit.hpp"
#include "server/store/devices.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {
namespace {

// The secret that the browser has from an earlier login, or a new one.
std::string device_secret(const Ask& ask) {
    std::string shown = cookie_of(ask.http, Cookie::device, ask.pages.carriage());
    return is_token(shown) ? shown : random_token();
}

std::string in_small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string open_login(const Ask& ask, const AgentId& agent, const std::string& device) {
    const Time now = ask.service.clock();
    const auto sender = ask.stream_places.sender_of(ask.http);
    const Login login{
        {random_id()}, agent, device_of(ask.http.get_header_value("User-Agent")), sender ? sender->text : "", now, now};
    Writing writing(ask.service.database);
    Logins logins(*writing);
    if (ask.who && ask.who->login) logins.close({ask.actor().id}, *ask.who->login);
    std::string token = logins.open(login);
    Devices(*writing).put(device, agent, now);
    Audit(*writing).note(now, agent.value, Deed::signed_in);
    writing.commit();
    return token;
}

std::string hash_now(const Ask& ask) {
    const Reading reading(ask.service.database);
    return People(*reading).credentials(*ask.who->email).value_or(Credentials{}).password_hash;
}

}  // namespace

Answer let_in(const Ask& ask, const AgentId& agent, Answer answer) {
    const Carriage carriage = ask.pages.carriage();
    const std::string device = device_secret(ask), token = open_login(ask, agent, device);
    if (ask.who && ask.who->login) ask.service.hub.tell_agent({ask.actor().id}, look_again());
    answer.headers.emplace_back("Set-Cookie", set_cookie(Cookie::login, token, carriage));
    answer.headers.emplace_back("Set-Cookie", set_cookie(Cookie::device, device, carriage));
    set_available(ask.service, agent, every<Group>(), InHand::keep);
    return answer;
}

void check_new_password(const std::string& password, const char* field) {
    if (password.size() > Passwords::password_bytes_max) throw Malformed(field, "too long");
    if (password.size() < Passwords::password_bytes_min) throw Malformed(field, "expected at least 10 characters");
    if (is_common_password(password)) throw Malformed(field, "among the first that are guessed");
}

std::optional<Answer> refuse_wrong_password(const Ask& ask, const std::string& current) {
    if (current.size() > Passwords::password_bytes_max) throw Malformed("current", "too long");
    const auto attempt = attempt_at(ask, *ask.who->email, AgentId{ask.actor().id});
    if (const auto wait = ask.login_guard.take(attempt, ticks())) return answer_to_too_many_logins(*wait);
    if (!ask.service.passwords.verify(hash_now(ask), current))
        return problem_answer(Problem::wrong_password, {}, "current");
    ask.login_guard.give_back(attempt);
    return std::nullopt;
}

Answer answer_to_too_many_logins(std::chrono::milliseconds wait) {
    Answer answer = problem_answer(Problem::too_many_logins);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    for (auto& [name, value] : answer.headers)
        if (name == "Retry-After") value = std::to_string(seconds);
    return answer;
}

LoginGuard::Attempt attempt_at(const Ask& ask, const std::string& account, const std::optional<AgentId>& agent) {
    LoginGuard::Attempt attempt{in_small_letters(account), {}, {}};
    const auto sender = ask.stream_places.sender_of(ask.http);
    if (sender && ask.stream_places.counts(*sender)) attempt.address = sender->network;
    const std::string device = cookie_of(ask.http, Cookie::device, ask.pages.carriage());
    if (!agent || !is_token(device)) return attempt;
    const Reading reading(ask.service.database);
    if (Devices(*reading).knows(device, *agent)) attempt.device = agent->value + ' ' + hash_of_token(device);
    return attempt;
}

}  // namespace wrapup::server
