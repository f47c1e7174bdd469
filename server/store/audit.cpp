#include "server/store/audit.hpp"

#include "server/json_text.hpp"

namespace wrapup::server {

void Audit::note(Time at, const std::string& who, Deed what, const Json& detail) {
    connection_.run("INSERT INTO audit (at, who, what, detail) VALUES (?, ?, ?, ?)", at, who,
                    std::string(name_of(what)), text_of(detail));
}

std::vector<AuditEntry> Audit::before(std::int64_t id) {
    Query query = connection_.query(
        "SELECT audit.id, at, who, ifnull(name, ''), what, detail FROM audit LEFT JOIN agents ON agents.id = who "
        "WHERE audit.id < ? ORDER BY audit.id DESC LIMIT ?",
        id, static_cast<std::int64_t>(page_rows_max) + 1);
    std::vector<AuditEntry> entries;
    while (query.next())
        entries.push_back({query.integer(0), query.time(1), query.text(2), query.text(3),
                           decode<Deed>(Json(query.text(4))), Json::parse(query.text(5))});
    return entries;
}

}  // namespace wrapup::server
