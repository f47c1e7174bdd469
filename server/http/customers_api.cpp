#include "core/text.hpp"
#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/customer_notes.hpp"

namespace wrapup::server {

struct SentNote {
    std::string text;
};
struct NamedNote {
    NoteId note;
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::SentNote> {
    using T = server::SentNote;
    static constexpr std::tuple fields{Field{"text", &T::text}};
};
template <>
struct wrapup::Shape<wrapup::server::NamedNote> {
    using T = server::NamedNote;
    static constexpr std::tuple fields{Field{"note", &T::note}};
};

namespace wrapup::server {
Answer customer_notes(const Ask& ask, Connection& snapshot) {
    const CustomerId customer{ask.rest};
    return json_answer({{"notes", encode(CustomerNotes(snapshot).of(customer))}});
}

Answer add_customer_note(const Ask& ask) {
    const CustomerId customer{ask.rest};
    const auto sent = decode<SentNote>(parse_json(ask.http.body));
    check_text(sent.text, "text", CustomerNotes::text_bytes_max);
    if (fault_of(sent.text) == TextFault::empty) throw Malformed("text", "empty");
    const CustomerNote note{{random_id()}, {ask.actor().id, ask.who->name}, ask.service.clock(), sent.text};
    Writing writing(ask.service.database);
    CustomerNotes notes(*writing);
    if (notes.of(customer).size() >= CustomerNotes::notes_per_customer_max) return problem_answer(Problem::too_many);
    notes.add(customer, note);
    writing.commit();
    return json_answer({{"note", encode(note)}}, 201);
}

Answer remove_customer_note(const Ask& ask) {
    const CustomerId customer{ask.rest};
    const auto named = decode<NamedNote>(parse_json(ask.http.body)).note;
    Writing writing(ask.service.database);
    const auto note = CustomerNotes(*writing).find(customer, named);
    if (!note) return problem_answer(Problem::unknown_item);
    Object object = Object::of(ask.actor().sites);  // The router has seen that the customer is theirs.
    object.author = &note->author.id;
    if (!ask.may(object)) return problem_answer(Problem::note_of_another);
    CustomerNotes(*writing).remove(named);
    writing.commit();
    return no_content();
}

}  // namespace wrapup::server
