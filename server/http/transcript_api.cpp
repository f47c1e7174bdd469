// A conversation as text: for whoever may read it, and by mail for its customer.
#include <algorithm>

#include "core/standing.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/json_text.hpp"
#include "server/mail_address.hpp"
#include "server/store/inbox_view.hpp"
#include "server/transcript.hpp"
#include "server/transcript_mail.hpp"

namespace wrapup::server {

struct SentWish {
    std::string email;
    Language language = Language::english;
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::SentWish> {
    using T = server::SentWish;
    static constexpr std::tuple fields{Field{"email", &T::email}, Field{"language", &T::language}};
};

namespace wrapup::server {
namespace {

Language language_from(const Ask& ask) {
    const auto named = ask.optional_param("language");
    return named ? decode<Language>(Json(*named), "language") : Language::english;
}

// The one that is asked for, or of a customer where they were when they were first seen. A browser may know a place by
// a name that our table does not have: then the text says that its times are UTC.
TimeZone zone_from(const Ask& ask, Connection& snapshot) {
    auto name = ask.optional_param("time_zone");
    if (!name)
        if (const auto customer = People(snapshot).customer({ask.actor().id})) name = customer->time_zone;
    return TimeZone::named(name.value_or("")).value_or(TimeZone::utc());
}

}  // namespace

Answer transcript(const Ask& ask, Connection& snapshot) {
    const ConversationId conversation{ask.rest};
    const Manner manner{language_from(ask), zone_from(ask, snapshot)};
    const auto telling = telling_of(snapshot, conversation, ask.actor(), ask.service.policy());
    if (!telling) return problem_answer(Problem::unknown_conversation);
    const std::string name = transcript_file_name(*telling, conversation, manner.zone);
    return {200,
            "text/plain; charset=utf-8",
            transcript_text(*telling, manner),
            {{"Cache-Control", "no-store"}, {"Content-Disposition", "attachment; filename=\"" + name + '"'}}};
}

Answer mail_transcript(const Ask& ask) {
    const ConversationId conversation{ask.rest};
    const Conversation state = [&] {
        const Reading reading(ask.service.database);
        return InboxView(*reading).state(conversation);
    }();
    if (!ask.service.mail.enabled()) return problem_answer(Problem::no_mail);
    // Or anybody could have us send their own words to anybody.
    if (!state.had_reply) return problem_answer(Problem::nothing_to_mail);
    const auto wish = decode<SentWish>(parse_json(ask.http.body));
    if (!is_mail_address(wish.email))
        throw Malformed("email", "expected one e-mail address in ASCII, as in vera@example.org");
    const auto refusal = ask_for_mail(ask.service, {conversation, {ask.actor().id}, wish.email, wish.language});
    if (refusal == MailRefusal::session_active) return rejection_answer(Rejection::session_active);
    if (refusal == MailRefusal::too_many) return problem_answer(Problem::too_many_mails);
    return json_answer(Json::object(), 202);
}

}  // namespace wrapup::server
