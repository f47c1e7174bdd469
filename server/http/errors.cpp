#include "server/http/errors.hpp"

#include <array>

#include "server/json_text.hpp"

namespace wrapup::server {
namespace {

constexpr int too_many_requests = 429;
constexpr int unavailable = 503;
constexpr const char* retry_s = "5";

struct Words {
    Problem problem;
    int status;
    std::string_view title;
    std::string_view detail;
    std::string_view code{};
};

// clang-format off
constexpr std::array<Words, static_cast<std::size_t>(Problem::count)> table{{
    {Problem::malformed,            400, "Malformed request",      "The request cannot be read."},
    {Problem::not_signed_in,        401, "Not signed in",          "Sign in first."},
    {Problem::wrong_credentials,    401, "Not signed in",          "The e-mail address or the password is wrong."},
    {Problem::header_missing,       403, "Forbidden",              "The header X-Wrapup: 1 is missing."},
    {Problem::agents_only,          403, "Forbidden",              "This is for agents."},
    {Problem::supervisors_only,     403, "Forbidden",              "This is for supervisors."},
    {Problem::admins_only,          403, "Forbidden",              "This is for admins."},
    {Problem::customers_only,       403, "Forbidden",              "This is for customers."},
    {Problem::tokens_only,          403, "Forbidden",              "This is for other systems, by their API token."},
    {Problem::not_for_tokens,       403, "Forbidden",              "An API token does not open this."},
    {Problem::out_of_scope,         403, "Forbidden",              "This API token is not for this: it lacks the scope."},
    {Problem::client_of_another,    403, "Forbidden",              "This client belongs to somebody else."},
    {Problem::note_of_another,      403, "Forbidden",              "Only its author or a supervisor deletes a note."},
    {Problem::another_site,         403, "Forbidden",              "This visitor is one of another site.", "another_site"},
    {Problem::another_customer,     409, "Another customer",       "The site has vouched for somebody else here. Log out first.", "another_customer"},
    {Problem::identity_off,         403, "Identity off",           "This site does not vouch for its visitors.", "identity_off"},
    {Problem::identity_required,    403, "Identity required",      "This site has to vouch for its visitors.", "identity_required"},
    {Problem::identity_invalid,     403, "Identity invalid",       "No key of this site signed this, or it has another form.", "identity_invalid"},
    {Problem::identity_expired,     403, "Identity expired",       "This has expired. Make a new one.", "identity_expired"},
    {Problem::identity_too_long,    403, "Identity too long",      "This expires more than 10 minutes from now.", "identity_too_long"},
    {Problem::identity_used,        403, "Identity used",          "Another visitor has used this. Make one for each.", "identity_used"},
    {Problem::unknown_page,         404, "Not found",              "There is nothing at this address."},
    {Problem::unknown_site,         404, "Not found",              "There is no such site."},
    {Problem::unknown_conversation, 404, "Not found",              "There is no such conversation."},
    {Problem::unknown_customer,     404, "Not found",              "There is no such customer."},
    {Problem::unknown_item,         404, "Not found",              "There is no such thing here (any more)."},
    {Problem::taken,                409, "Taken",                  "Another one goes by that name already."},
    {Problem::outdated,             409, "Outdated",               "Somebody else has changed this meanwhile. Load it again."},
    {Problem::not_oneself,          409, "Not oneself",            "Somebody else has to do this to you."},
    {Problem::on_other_sites,       403, "Forbidden",              "They work on sites that are not yours, too. Somebody who has all of them can do this."},
    {Problem::from_elsewhere,       403, "Forbidden",              "This came from a page of another address. Is --public-url right?"},
    {Problem::too_many_logins,      429, "Too many attempts",      "There were too many wrong passwords. Wait a while."},
    {Problem::link_used,            404, "Not found",              "This link was used already, or is too old."},
    {Problem::code_needed,          401, "Not signed in",          "A code of your authenticator is needed, too."},
    {Problem::wrong_code,           403, "Forbidden",              "This code is wrong, or was used before."},
    {Problem::wrong_password,       403, "Forbidden",              "The current password is wrong."},
    {Problem::too_many,             409, "Too many",               "There are as many as there may be. Remove some first."},
    {Problem::unknown_attachment,   404, "Not found",              "There is no such file."},
    {Problem::method_not_allowed,   405, "Method not allowed",     "This address does not take this method."},
    {Problem::body_too_large,       413, "Content too large",      "The body is larger than this server takes."},
    {Problem::target_too_long,      414, "URI too long",           "The address is longer than 2 KiB."},
    {Problem::not_json,             415, "Unsupported media type", "The body must be application/json."},
    {Problem::not_a_file_we_take,   415, "Unsupported media type", "This is no PNG, JPEG, GIF, WebP or PDF, or too large an image."},
    {Problem::too_many_files,       429, "Too many files",         "Send the files that are there with a message first."},
    {Problem::too_many_mails,       429, "Too many mails",         "As many have been asked for as may be.", "too_many_mails"},
    {Problem::no_mail,              409, "No mail",                "This server sends no mail.", "no_mail"},
    {Problem::nothing_to_mail,      409, "Nothing to mail",        "Nobody has answered in this chat yet.", "nothing_to_mail"},
    {Problem::head_too_large,       431, "Headers too large",      "The headers are larger or more than this server takes."},
    {Problem::too_slow,             408, "Request timeout",        "The request did not arrive in time."},
    {Problem::length_required,      411, "Length required",        "A body must come whole, with its Content-Length."},
    {Problem::body_encoded,         415, "Unsupported media type", "The body must not be encoded."},
    {Problem::expectation,          417, "Expectation failed",     "Send the body without asking first."},
    {Problem::unknown_method,       501, "Not implemented",        "This server does not know the method."},
    {Problem::unknown_version,      505, "Version not supported",  "This server speaks HTTP/1.1."},
    {Problem::too_many_streams,     503, "Too many streams",       "Come back in a moment."},
    {Problem::too_many_streams_of_user, 429, "Too many streams",   "You have too many open; close some windows."},
    {Problem::too_many_streams_from_address, 429, "Too many streams", "There are too many from your address."},
    {Problem::too_many_connections, 503, "Too many connections",   "Come back in a moment."},
    {Problem::too_many_from_address, 429, "Too many connections",  "There are too many from your address."},
    {Problem::busy,                 503, "Busy",                   "This took too long. Come back in a moment."},
    {Problem::fault,                500, "Internal error",         "Something went wrong."},
}};

struct Refused {
    Rejection rejection;
    int status;
};
constexpr std::array<Refused, static_cast<std::size_t>(Rejection::count)> rejections{{
    {Rejection::not_permitted,        403},
    {Rejection::unknown_conversation, 422},
    {Rejection::already_started,      409},
    {Rejection::no_customer,          409},
    {Rejection::closed,               409},
    {Rejection::not_closed,           409},
    {Rejection::locked,               409},
    {Rejection::owned_by,             409},
    {Rejection::unowned,              409},
    {Rejection::not_owner,            409},
    {Rejection::unknown_agent,        422},
    {Rejection::no_active_session,    409},
    {Rejection::session_active,       409},
    {Rejection::unseen_message,       409},
    {Rejection::nothing_owed,         409},
    {Rejection::nothing_to_do,        409},
    {Rejection::reply_owed,           409},
    {Rejection::invalid_text,         422},
    {Rejection::empty,                422},
    {Rejection::too_long,             422},
    {Rejection::unavailable,          409},
    {Rejection::at_capacity,          409},
    {Rejection::nobody_waits,         409},
    {Rejection::topic_required,       409},
    {Rejection::unknown_topic,        422},
    {Rejection::not_closer,           403},
    {Rejection::undo_window_over,     409},
    {Rejection::snooze_in_past,       422},
    {Rejection::not_snoozed,          409},
    {Rejection::too_many_attachments, 422},
    {Rejection::unknown_attachment,   422},
    {Rejection::undo_window_open,     409},
    {Rejection::already_rated,        409},
    {Rejection::invalid_score,        422},
}};
// clang-format on

constexpr bool table_is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].problem != static_cast<Problem>(i) || table[i].status == 0) return false;
    return true;
}
static_assert(table_is_in_order(), "errors: one row per problem, in the order of Problem");

constexpr bool rejections_are_in_order() {
    for (std::size_t i = 0; i < rejections.size(); ++i)
        if (rejections[i].rejection != static_cast<Rejection>(i) || rejections[i].status == 0) return false;
    return true;
}
static_assert(rejections_are_in_order(), "errors: one row per rejection, in the order of Rejection");

Json body_of(int status, std::string_view title) {
    return {{"type", "about:blank"}, {"title", title}, {"status", status}};
}

}  // namespace

Answer problem_answer(Problem problem, const std::string& detail, const std::string& field) {
    const Words& words = table[static_cast<std::size_t>(problem)];
    Json body = body_of(words.status, words.title);
    body["detail"] = detail.empty() ? std::string(words.detail) : detail;
    if (!words.code.empty()) body["code"] = words.code;
    if (!field.empty()) body["field"] = field;
    Answer answer{words.status, "application/problem+json", text_of(body), {{"Cache-Control", "no-store"}}};
    if (words.status == too_many_requests || words.status == unavailable)
        answer.headers.emplace_back("Retry-After", retry_s);
    return answer;
}

Answer rejection_answer(Rejection rejection) {
    return json_answer({{"rejection", name_of(rejection)}}, rejections[static_cast<std::size_t>(rejection)].status);
}

std::string problem_body(int status, const std::string& title) { return text_of(body_of(status, title)); }

}  // namespace wrapup::server
