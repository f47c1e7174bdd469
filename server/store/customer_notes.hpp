#pragma once

#include <vector>

#include "server/store/connection.hpp"
#include "server/wire.hpp"

namespace wrapup::server {

using NoteId = Id<struct NoteTag>;

// What agents should know of a customer, whichever conversation they meet in. Customers never see it.
struct CustomerNote {
    NoteId id;
    Named author;
    Time at;
    std::string text;
};

class CustomerNotes {
public:
    static constexpr std::size_t notes_per_customer_max = 100;
    static constexpr std::size_t text_bytes_max = 4'000;

    explicit CustomerNotes(Connection& connection) : connection_(connection) {}

    std::vector<CustomerNote> of(const CustomerId& customer);  // The newest first.
    std::optional<CustomerNote> find(const CustomerId& customer, const NoteId& note);
    void add(const CustomerId& customer, const CustomerNote& note);
    void remove(const NoteId& note);
    void move(const CustomerId& from, const CustomerId& to);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::CustomerNote> {
    using T = server::CustomerNote;
    static constexpr std::tuple fields{Field{"id", &T::id}, Field{"author", &T::author}, Field{"at", &T::at},
                                       Field{"text", &T::text}};
};
