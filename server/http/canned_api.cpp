// Canned replies: agents read those of their sites, supervisors write them.
#include <algorithm>

#include "server/canned_variables.hpp"
#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/audit.hpp"
#include "server/store/canned_replies.hpp"

namespace wrapup::server {

struct CannedForm {
    std::optional<SiteId> site;
    std::string shortcut;
    std::string title;
    std::string text;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::CannedForm> { using T = server::CannedForm; static constexpr std::tuple fields{Field{"site", &T::site}, Field{"shortcut", &T::shortcut}, Field{"title", &T::title}, Field{"text", &T::text}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

bool is_shortcut(const std::string& text) {
    return !text.empty() && text.size() <= CannedReply::shortcut_bytes_max &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

CannedForm form_from(const std::string& body) {
    auto form = decode<CannedForm>(parse_json(body));
    if (!is_shortcut(form.shortcut)) throw Malformed("shortcut", "expected 1 to 32 of a-z, 0-9, - and _");
    check_line(form.title, "title", CannedReply::title_bytes_max);
    check_message(form.text, "text");
    if (const auto variable = unknown_variable(form.text)) throw Malformed("text", "unknown variable " + *variable);
    return form;
}

// Those for all sites are everybody's.
bool is_theirs(const std::optional<SiteId>& site, const Ask& ask) {
    Object object = site ? Object::of(*site) : Object{};
    object.is_of_all_sites = !site;
    return may(ask.actor(), Action::hear_of_site, object);
}

std::optional<CannedReply> found(Connection& connection, const Ask& ask) {
    auto reply = CannedReplies(connection).find({ask.rest});
    return reply && is_theirs(reply->site, ask) ? std::move(reply) : std::nullopt;
}

Answer put(const Ask& ask, Writing& writing, const CannedReplyId& id, CannedForm form, Deed deed) {
    if (!is_theirs(form.site, ask)) return problem_answer(Problem::unknown_site);
    const CannedReply reply{id,
                            std::move(form.site),
                            std::move(form.shortcut),
                            std::move(form.title),
                            std::move(form.text),
                            ask.service.clock(),
                            {ask.actor().id}};
    CannedReplies replies(*writing);
    if (replies.is_taken(reply)) return problem_answer(Problem::taken, {}, "shortcut");
    replies.put(reply);
    Audit(*writing).note(reply.updated_at, ask.actor().id, deed, {{"shortcut", reply.shortcut}});
    writing.commit();
    return json_answer(encode(reply), deed == Deed::canned_reply_added ? 201 : 200);
}

}  // namespace

Answer canned_replies(const Ask& ask, Connection& snapshot) {
    auto replies = CannedReplies(snapshot).all();
    std::erase_if(replies, [&](const CannedReply& reply) { return !is_theirs(reply.site, ask); });
    return json_answer({{"canned_replies", encode(replies)}});
}

Answer add_canned_reply(const Ask& ask) {
    auto form = form_from(ask.http.body);
    Writing writing(ask.service.database);
    if (CannedReplies(*writing).all().size() >= CannedReplies::replies_max) return problem_answer(Problem::too_many);
    return put(ask, writing, {random_id()}, std::move(form), Deed::canned_reply_added);
}

Answer change_canned_reply(const Ask& ask) {
    auto form = form_from(ask.http.body);
    Writing writing(ask.service.database);
    if (!found(*writing, ask)) return problem_answer(Problem::unknown_item);
    return put(ask, writing, {ask.rest}, std::move(form), Deed::canned_reply_changed);
}

Answer remove_canned_reply(const Ask& ask) {
    Writing writing(ask.service.database);
    const auto reply = found(*writing, ask);
    if (!reply) return problem_answer(Problem::unknown_item);
    CannedReplies(*writing).remove(reply->id);
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::canned_reply_removed,
                         {{"shortcut", reply->shortcut}});
    writing.commit();
    return no_content();
}

}  // namespace wrapup::server
