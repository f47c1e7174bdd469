#pragma once

#include "core/command.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// The files that go with messages. One is brought first, and then named by the message that it goes with; until then
// nobody is shown it, and after a day it is forgotten.
class Blobs {
public:
    static constexpr std::chrono::hours unsent_max{24};
    // Of files that no message goes with yet, in one conversation.
    static constexpr std::int64_t unsent_bytes_max = 100 * 1024 * 1024;

    struct Origin {
        ConversationId conversation;
        Author by;
    };

    explicit Blobs(Connection& connection) : connection_(connection) {}

    // False, and nothing is kept, where too much lies there unsent already. Forgets what was not sent in time.
    bool add(const Origin& origin, const Attachment& attachment, const Blob& bytes, Time now);

    // What was said about one that has not been sent. None where there is none of this origin.
    std::optional<Attachment> unsent(const Origin& origin, const AttachmentId& id);

    // Whether all of these are there as they are described, unsent, and each of them once.
    bool are_unsent(const Origin& origin, const Attachments& attachments);

    // They go with a message of this conversation now.
    void send(const ConversationId& conversation, const Attachments& attachments);

    // What the one has brought is the other's from now on.
    void move_unsent(const Author& from, const Author& to);

    struct File {
        Attachment attachment;
        ConversationId conversation;
        std::string bytes;
    };
    // Of one that was sent: where it is, and the whole of it.
    std::optional<ConversationId> conversation_of(const AttachmentId& id);
    std::optional<File> sent(const AttachmentId& id);

private:
    Connection& connection_;
};

// Of what a command brings along; null for those that bring none.
const Attachments* attachments_of(const Command& command);

}  // namespace wrapup::server
