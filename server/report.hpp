// What happened to one conversation and what the rules made of it, to be kept, sent along with a bug, and explained.
#pragma once

#include <iosfwd>

#include "core/explain.hpp"
#include "server/json.hpp"

namespace wrapup::server {

struct Report {
    Time at;
    Actor actor;  // With what they have in hand now, not then.
    History history;
};

// Reads what GET /api/v1/conversations/{id}/explain answers. Throws Malformed.
Report report_from(const Json& json);

// The colleague of that id. Throws Malformed, naming `field`.
Actor colleague_in(const Report& report, const std::string& id, const std::string& field);

// For people: the events up to then, how it stood, and every button with the reason where it is disabled.
void print(const Report& report, std::ostream& out);

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::Report> {
    using T = server::Report;
    static constexpr std::tuple fields{Field{"at", &T::at}, Field{"actor", &T::actor}, Field{"history", &T::history}};
};
