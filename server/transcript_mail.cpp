#include "server/transcript_mail.hpp"

#include "server/ids.hpp"
#include "server/store/inbox_view.hpp"
#include "server/transcript.hpp"
#include "server/transcript_words.hpp"

namespace wrapup::server {
namespace {

bool are_too_many(Mails mails, const MailWish& wish, Time now) {
    const Time since = now - mail_day;
    return mails.count_of(wish.conversation) >= mails_per_conversation_max ||
           mails.count_by(wish.customer, since) >= mails_per_visitor_per_day_max ||
           mails.count_to(wish.address, since) >= mails_to_address_per_day_max ||
           mails.count(since) >= mails_per_day_max;
}

}  // namespace

std::optional<Time> mail_leaves_at(const Conversation& conversation, const Policy& policy, Time now) {
    if (conversation.session_active()) return std::nullopt;
    const auto* closed = std::get_if<phase::Closed>(&conversation.phase);
    if (closed == nullptr) return now;
    // An undo is accepted in the window's last millisecond, too.
    return std::max(now, closed->at + Milliseconds{policy.undo_window_ms} + Milliseconds{1});
}

std::optional<MailRefusal> ask_for_mail(Service& service, const MailWish& wish) {
    Writing writing(service.database);
    const Time now = service.clock();
    const auto leaves_at = mail_leaves_at(InboxView(*writing).state(wish.conversation), service.policy(), now);
    if (!leaves_at) return MailRefusal::session_active;
    Mails mails(*writing);
    if (are_too_many(mails, wish, now)) return MailRefusal::too_many;
    mails.add({0, random_id(), wish.conversation, wish.customer, wish.address, wish.language, now, *leaves_at, 0});
    writing.commit();
    return std::nullopt;
}

std::optional<MailMessage> message_of(const Mail& mail, Connection& connection, const Policy& policy,
                                      const MailOptions& options, Time now) {
    const Conversation state = InboxView(connection).state(mail.conversation);
    const auto customer = People(connection).customer(state.customer);
    const auto telling = customer ? telling_of(connection, mail.conversation, customer->actor(), policy) : std::nullopt;
    if (!telling) return std::nullopt;
    const TimeZone zone = TimeZone::named(customer->time_zone).value_or(TimeZone::utc());
    const std::string text = transcript_text(*telling, {mail.language, zone, mail_bytes_max});
    const std::string why = say(mail.language, Word::mail_why, {{"site", telling->site}});
    return MailMessage{mail.message,
                       options.from,
                       telling->site,
                       mail.address,
                       say(mail.language, Word::mail_subject, {{"site", telling->site}}),
                       std::string(name_of(mail.language)),
                       text + "\n-- \n" + why + '\n',
                       now};
}

}  // namespace wrapup::server
