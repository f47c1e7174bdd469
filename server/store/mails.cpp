#include "server/store/mails.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

Language language_named(std::string_view name) {
    const auto& all = names<Language>;
    return static_cast<Language>(std::find(all.begin(), all.end(), name) - all.begin());
}

std::int64_t number_in(Query query) {
    query.next();
    return query.integer(0);
}

}  // namespace

void Mails::add(const Mail& mail) {
    connection_.run(
        "INSERT INTO mails (message, conversation, customer, address, language, asked_at, due_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        mail.message, mail.conversation, mail.customer, mail.address, std::string(name_of(mail.language)),
        mail.asked_at, mail.due_at);
}

std::optional<Mail> Mails::due(Time now) {
    Query row = connection_.query(
        "SELECT id, message, conversation, customer, address, language, asked_at, due_at, attempts FROM mails "
        "WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, id LIMIT 1",
        now);
    if (!row.next()) return std::nullopt;
    return Mail{row.integer(0), row.text(1), {row.text(2)}, {row.text(3)}, row.text(4), language_named(row.view(5)),
                row.time(6),    row.time(7), row.integer(8)};
}

void Mails::put_off(const Mail& mail, Time due_at, std::int64_t attempts) {
    connection_.run("UPDATE mails SET due_at = ?, attempts = ? WHERE id = ?", due_at, attempts, mail.number);
}

void Mails::finish(const Mail& mail) { connection_.run("UPDATE mails SET due_at = NULL WHERE id = ?", mail.number); }

void Mails::forget_addresses(Time before) {
    connection_.run("UPDATE mails SET address = '' WHERE address <> '' AND asked_at < ? AND due_at IS NULL", before);
}

std::int64_t Mails::count_of(const ConversationId& conversation) {
    return number_in(connection_.query("SELECT count(*) FROM mails WHERE conversation = ?", conversation));
}

std::int64_t Mails::count_by(const CustomerId& customer, Time since) {
    return number_in(
        connection_.query("SELECT count(*) FROM mails WHERE asked_at > ? AND customer = ?", since, customer));
}

std::int64_t Mails::count_to(const std::string& address, Time since) {
    return number_in(connection_.query(
        "SELECT count(*) FROM mails WHERE asked_at > ? AND address <> '' AND lower(address) = lower(?)", since,
        address));
}

std::int64_t Mails::count(Time since) {
    return number_in(connection_.query("SELECT count(*) FROM mails WHERE asked_at > ?", since));
}

}  // namespace wrapup::server
