#include "core/text.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/filter_params.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/shift.hpp"
#include "server/store/audit.hpp"
#include "server/store/search.hpp"
#include "server/store/tokens.hpp"

namespace wrapup::server {

struct LoginForm {
    std::string email;
    std::string password;
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::LoginForm> {
    using T = server::LoginForm;
    static constexpr std::tuple fields{Field{"email", &T::email}, Field{"password", &T::password}};
};

namespace wrapup::server {
namespace {

std::optional<Credentials> credentials_of(Service& service, const std::string& email) {
    const Reading reading(service.database);
    return People(*reading).credentials(email);
}

std::string open_login(Service& service, const AgentId& agent) {
    Writing writing(service.database);
    std::string token = Tokens(*writing).open_login(agent, service.clock());
    Audit(*writing).note(service.clock(), agent.value, Deed::signed_in);
    writing.commit();
    return token;
}

// Whether they are still signed in elsewhere.
bool close_login(Service& service, const std::string& token, const AgentId& agent) {
    Writing writing(service.database);
    Tokens tokens(*writing);
    tokens.close_login(token);
    const bool is_signed_in = tokens.is_signed_in(agent, service.clock());
    writing.commit();
    return is_signed_in;
}

// A cursor as it is sent: the time and the id of the last row of the page before.
std::string text_of(const Cursor& cursor) {
    return std::to_string(cursor.activity_at.time_since_epoch().count()) + '.' + cursor.conversation.value;
}

// The text of a JSON object that has members, with the rows in it. They are most of it, and copied once.
std::string with_rows(std::string object, const std::vector<WrittenRow>& rows) {
    constexpr std::string_view begin = ",\"rows\":[", end = "]}";
    std::size_t bytes = object.size() + begin.size() + end.size();
    for (const WrittenRow& row : rows) bytes += row.json.size() + 1;
    object.reserve(bytes);
    object.pop_back();
    object += begin;
    for (const WrittenRow& row : rows) (object += row.json) += ',';
    if (!rows.empty()) object.pop_back();
    return object += end;
}

Cursor cursor_from(const std::string& text) {
    const auto dot = text.find('.');
    if (dot == std::string::npos || !is_id(text.substr(dot + 1))) throw Malformed("after", "expected a cursor");
    return {Time{Milliseconds{position_from(text.substr(0, dot), "after")}}, {text.substr(dot + 1)}};
}

}  // namespace

Answer login(const Ask& ask) {
    const auto form = decode<LoginForm>(parse_json(ask.http.body));
    if (form.password.size() > Passwords::password_bytes_max) throw Malformed("password", "too long");
    const auto known = credentials_of(ask.service, form.email);
    const auto hash = known ? std::optional(known->password_hash) : std::nullopt;
    if (!ask.service.passwords.verify(hash, form.password)) return problem_answer(Problem::wrong_credentials);
    Answer answer = no_content();
    answer.headers.emplace_back("Set-Cookie", login_cookie(open_login(ask.service, known->agent)));
    set_available(ask.service, known->agent, every<Group>(), InHand::keep);
    return answer;
}

Answer logout(const Ask& ask) {
    const bool is_agent = ask.proof.of == Proof::Of::login && ask.who;
    if (is_agent && !close_login(ask.service, ask.proof.token, {ask.actor().id}))
        set_available(ask.service, {ask.actor().id}, {}, InHand::keep);
    Answer answer = no_content();
    answer.headers.emplace_back("Set-Cookie", no_login_cookie());
    return answer;
}

Answer inbox_page(const Ask& ask, Connection& snapshot) {
    const auto view = decode<View>(Json(ask.param("view")), "view");
    const Filter filter = filter_from(ask);
    if (is_elsewhere(filter, ask.actor())) return problem_answer(Problem::unknown_site);
    const auto after = ask.optional_param("after");
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    const Page page = reader.page(view, filter, after ? std::optional(cursor_from(*after)) : std::nullopt);
    const Json next = page.next ? Json(text_of(*page.next)) : Json(nullptr);
    Json body{{"position", reader.position()}, {"next", next}, {"counts", encode(reader.counts())}};
    body = stamped(ask.service, with_last_command(std::move(body), ask, snapshot));
    return json_text_answer(with_rows(text_of(body), page.rows));
}

Answer inbox_counts(const Ask& ask, Connection& snapshot) {
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    return json_answer(stamped(ask.service, {{"position", reader.position()}, {"counts", encode(reader.counts())}}));
}

Answer search(const Ask& ask, Connection& snapshot) {
    const std::string query = ask.param("q");
    if (fault_of(query) == TextFault::empty) throw Malformed("q", "expected words to look for");
    if (query.size() > Search::query_bytes_max) throw Malformed("q", "too long");
    if (fault_of(query) == TextFault::invalid) throw Malformed("q", "not UTF-8");
    const Filter filter = filter_from(ask);
    if (is_elsewhere(filter, ask.actor())) return problem_answer(Problem::unknown_site);
    return json_answer(stamped(ask.service, {{"hits", encode(Search(snapshot).find(query, ask.actor(), filter))}}));
}

}  // namespace wrapup::server
