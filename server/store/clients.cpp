#include "server/store/clients.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

std::optional<Client> Clients::find(const ClientId& id) {
    Query query = connection_.query("SELECT actor, last_command FROM clients WHERE id = ?", id);
    return query.next() ? std::optional(Client{query.text(0), query.integer(1)}) : std::nullopt;
}

std::optional<Outcome> Clients::outcome(const ClientId& id, std::int64_t n) {
    Query query = connection_.query("SELECT code, detail FROM outcomes WHERE client = ? AND command = ?", id, n);
    if (!query.next()) return std::nullopt;
    return Outcome{n, query.text(0), query.is_null(1) ? Json(nullptr) : Json::parse(query.text(1))};
}

void Clients::record(const ClientId& id, const Actor& actor, const Outcome& outcome) {
    const auto detail = outcome.detail.is_null() ? std::nullopt : std::optional(text_of(outcome.detail));
    connection_.run(
        "INSERT INTO clients (id, actor, last_command) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET last_command = excluded.last_command",
        id, actor.id, outcome.n);
    connection_.run("INSERT INTO outcomes (client, command, code, detail) VALUES (?, ?, ?, ?)", id, outcome.n,
                    outcome.code, detail);
}

void Clients::forget(const ClientId& id, const Actor& actor, std::int64_t up_to) {
    connection_.run(
        "DELETE FROM outcomes WHERE client = (SELECT id FROM clients WHERE id = ? AND actor = ?) AND command <= ?", id,
        actor.id, up_to);
}

void Clients::move(const std::string& from_actor, const std::string& to_actor) {
    connection_.run("UPDATE clients SET actor = ? WHERE actor = ?", to_actor, from_actor);
}

}  // namespace wrapup::server
