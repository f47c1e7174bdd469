#include "server/store/customer_notes.hpp"

namespace wrapup::server {
namespace {

#define WRAPUP_NOTES                                                                                          \
    "SELECT customer_notes.id, author, name, at, text FROM customer_notes JOIN agents ON agents.id = author " \
    "WHERE customer = ? "

CustomerNote note_of(const Query& row) { return {{row.text(0)}, {row.text(1), row.text(2)}, row.time(3), row.text(4)}; }

}  // namespace

std::vector<CustomerNote> CustomerNotes::of(const CustomerId& customer) {
    Query query = connection_.query(WRAPUP_NOTES "ORDER BY at DESC, customer_notes.id", customer);
    std::vector<CustomerNote> notes;
    while (query.next()) notes.push_back(note_of(query));
    return notes;
}

std::optional<CustomerNote> CustomerNotes::find(const CustomerId& customer, const NoteId& note) {
    Query query = connection_.query(WRAPUP_NOTES "AND customer_notes.id = ?", customer, note);
    return query.next() ? std::optional(note_of(query)) : std::nullopt;
}

void CustomerNotes::add(const CustomerId& customer, const CustomerNote& note) {
    connection_.run("INSERT INTO customer_notes (id, customer, author, at, text) VALUES (?, ?, ?, ?, ?)", note.id,
                    customer, note.author.id, note.at, note.text);
}

void CustomerNotes::remove(const NoteId& note) { connection_.run("DELETE FROM customer_notes WHERE id = ?", note); }

void CustomerNotes::move(const CustomerId& from, const CustomerId& to) {
    connection_.run("UPDATE customer_notes SET customer = ? WHERE customer = ?", to, from);
}

}  // namespace wrapup::server
