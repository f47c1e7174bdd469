#include "server/store/volumes.hpp"

namespace wrapup::server {
namespace {

std::int64_t number(Query query) {
    query.next();
    return query.integer(0);
}

}  // namespace

Volumes volumes_of(Connection& connection) {
    Volumes volumes{number(connection.query("SELECT ifnull(max(position), 0) FROM events")),
                    {},
                    number(connection.query("SELECT count(*) FROM mails WHERE due_at IS NOT NULL"))};
    Query query = connection.query("SELECT status, sum(conversations) FROM counts GROUP BY status ORDER BY status");
    while (query.next()) volumes.conversations.push_back({query.text(0), query.integer(1)});
    return volumes;
}

}  // namespace wrapup::server
