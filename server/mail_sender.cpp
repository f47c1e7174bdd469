#include "server/mail_sender.hpp"

#include <algorithm>

#include "server/log.hpp"
#include "server/store/inbox_view.hpp"

namespace wrapup::server {

Milliseconds MailSender::retry_after(std::int64_t attempts) {
    Milliseconds wait = retry_first;
    for (std::int64_t attempt = 1; attempt < attempts && wait < retry_max; ++attempt) wait *= 2;
    return std::min(wait, retry_max);
}

void MailSender::forget_addresses() {
    Writing writing(service_.database);
    Mails(*writing).forget_addresses(service_.clock() - mail_day);
    writing.commit();
}

MailSender::Did MailSender::send_one(const Hurry& hurry) {
    const auto mail = [&] {
        const Reading reading(service_.database);
        return Mails(*reading).due(service_.clock());
    }();
    if (!mail) return Did::nothing;
    if (!count_attempt(*mail)) return Did::something;
    const auto message = [&] {
        const Reading reading(service_.database);
        return message_of(*mail, *reading, service_.policy(), service_.mail, service_.clock());
    }();
    if (message)
        settle(*mail, post_({mail->address, wire_text(*message)}, hurry));
    else
        finish(*mail);
    return Did::something;
}

bool MailSender::count_attempt(const Mail& mail) {
    Writing writing(service_.database);
    // Whoever writes after us does so later than this, so that no undo can still be accepted.
    const Time now = service_.clock();
    const auto leaves_at = mail_leaves_at(InboxView(*writing).state(mail.conversation), service_.policy(), now);
    const bool is_old = now - mail.asked_at > kept_max || mail.attempts >= attempts_max;
    const bool leaves = leaves_at == now && !is_old;
    Mails mails(*writing);
    if (is_old)
        mails.finish(mail);
    else if (leaves)
        mails.put_off(mail, now + retry_after(mail.attempts + 1), mail.attempts + 1);
    else
        mails.put_off(mail, leaves_at.value_or(now + look_at_conversation_every), mail.attempts);
    writing.commit();
    if (is_old) log_warning("a mail is given up: it could not leave in time");
    return leaves;
}

void MailSender::settle(const Mail& mail, const SmtpVerdict& verdict) {
    if (verdict.outcome == SmtpVerdict::Outcome::accepted) {
        failing_ = false;
        return finish(mail);
    }
    const bool refused = verdict.outcome == SmtpVerdict::Outcome::refused;
    const std::int64_t attempts = mail.attempts + 1;
    if (attempts >= (refused ? attempts_refused_max : attempts_max)) {
        log_warning("a mail is given up after " + std::to_string(attempts) + " attempts: " + verdict.why);
        return finish(mail);
    }
    if (!failing_) log_warning("a mail was not sent, and is tried again: " + verdict.why);
    failing_ = true;
}

void MailSender::finish(const Mail& mail) {
    Writing writing(service_.database);
    Mails(*writing).finish(mail);
    writing.commit();
}

}  // namespace wrapup::server
