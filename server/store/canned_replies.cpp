#include "server/store/canned_replies.hpp"

namespace wrapup::server {
namespace {

#define WRAPUP_REPLIES "SELECT id, site, shortcut, title, text, updated_at, updated_by FROM canned_replies "

CannedReply reply_of_row(const Query& row) {
    const auto site = row.text_or_null(1);
    return {{row.text(0)}, site ? std::optional(SiteId{*site}) : std::nullopt,
            row.text(2),   row.text(3),
            row.text(4),   row.time(5),
            {row.text(6)}};
}

}  // namespace

std::vector<CannedReply> CannedReplies::all() {
    Query query = connection_.query(WRAPUP_REPLIES "ORDER BY shortcut, site");
    std::vector<CannedReply> replies;
    while (query.next()) replies.push_back(reply_of_row(query));
    return replies;
}

std::optional<CannedReply> CannedReplies::find(const CannedReplyId& id) {
    Query query = connection_.query(WRAPUP_REPLIES "WHERE id = ?", id);
    return query.next() ? std::optional(reply_of_row(query)) : std::nullopt;
}

bool CannedReplies::is_taken(const CannedReply& reply) {
    return connection_
        .query("SELECT 1 FROM canned_replies WHERE ifnull(site, '') = ? AND shortcut = ? AND id <> ?",
               reply.site.value_or(SiteId{}), reply.shortcut, reply.id)
        .next();
}

void CannedReplies::put(const CannedReply& reply) {
    connection_.run(
        "INSERT INTO canned_replies (id, site, shortcut, title, text, updated_at, updated_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET site = excluded.site, "
        "shortcut = excluded.shortcut, title = excluded.title, text = excluded.text, "
        "updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        reply.id, reply.site, reply.shortcut, reply.title, reply.text, reply.updated_at, reply.updated_by);
}

void CannedReplies::remove(const CannedReplyId& id) { connection_.run("DELETE FROM canned_replies WHERE id = ?", id); }

}  // namespace wrapup::server
