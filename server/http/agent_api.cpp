#include "core/text.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/filter_params.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/search.hpp"

namespace wrapup::server {
namespace {

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
