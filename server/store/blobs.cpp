#include "server/store/blobs.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "server/json_text.hpp"

namespace wrapup::server {

bool Blobs::add(const Origin& origin, const Attachment& attachment, const Blob& bytes, Time now) {
    connection_.run("DELETE FROM blobs WHERE sent = 0 AND at <= ?", Time{now - unsent_max});
    {
        Query query = connection_.query("SELECT ifnull(sum(bytes), 0) FROM blobs WHERE sent = 0 AND conversation = ?",
                                        origin.conversation);
        if (query.next() && query.integer(0) + std::int64_t{attachment.bytes} > unsent_bytes_max) return false;
    }
    connection_.run(
        "INSERT INTO blobs (id, conversation, author, at, attachment, bytes, sent, body) VALUES (?, ?, ?, ?, ?, ?, 0, "
        "?)",
        attachment.id, origin.conversation, text_of(encode(origin.by)), now, text_of(encode(attachment)),
        std::int64_t{attachment.bytes}, bytes);
    return true;
}

std::optional<Attachment> Blobs::unsent(const Origin& origin, const AttachmentId& id) {
    Query query =
        connection_.query("SELECT attachment FROM blobs WHERE id = ? AND conversation = ? AND author = ? AND sent = 0",
                          id, origin.conversation, text_of(encode(origin.by)));
    if (!query.next()) return std::nullopt;
    return decode<Attachment>(parse_json(query.text(0)));
}

bool Blobs::are_unsent(const Origin& origin, const Attachments& attachments) {
    const auto is_there = [&](const Attachment& attachment) {
        const auto times = std::count_if(attachments.begin(), attachments.end(),
                                         [&](const Attachment& other) { return other.id == attachment.id; });
        return times == 1 && unsent(origin, attachment.id) == attachment;
    };
    return std::all_of(attachments.begin(), attachments.end(), is_there);
}

void Blobs::send(const ConversationId& conversation, const Attachments& attachments) {
    for (const Attachment& attachment : attachments)
        connection_.run("UPDATE blobs SET sent = 1, conversation = ? WHERE id = ?", conversation, attachment.id);
}

void Blobs::move_unsent(const Author& from, const Author& to) {
    connection_.run("UPDATE blobs SET author = ? WHERE sent = 0 AND author = ?", text_of(encode(to)),
                    text_of(encode(from)));
}

std::optional<ConversationId> Blobs::conversation_of(const AttachmentId& id) {
    Query query = connection_.query("SELECT conversation FROM blobs WHERE id = ? AND sent = 1", id);
    return query.next() ? std::optional(ConversationId{query.text(0)}) : std::nullopt;
}

std::optional<Blobs::File> Blobs::sent(const AttachmentId& id) {
    Query query = connection_.query("SELECT attachment, conversation, body FROM blobs WHERE id = ? AND sent = 1", id);
    if (!query.next()) return std::nullopt;
    return File{decode<Attachment>(parse_json(query.text(0))), {query.text(1)}, query.text(2)};
}

const Attachments* attachments_of(const Command& command) {
    if (const auto* receive = std::get_if<Receive>(&command)) return &receive->attachments;
    if (const auto* reply = std::get_if<Reply>(&command)) return &reply->attachments;
    return nullptr;
}

}  // namespace wrapup::server
