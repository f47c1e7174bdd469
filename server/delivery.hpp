#pragma once

#include "server/store/people.hpp"
#include "server/transaction.hpp"

namespace wrapup::server {

// A conversation that begins. The customer starts it, and on a channel without one the system.
struct Opening {
    ConversationId conversation;
    Start start;
    std::optional<std::string> text;   // The customer's first message.
    std::optional<Customer> newcomer;  // The customer of `start`, where nobody knows them yet.
};

// What a customer writes to a conversation of theirs, which must be there.
struct Posting {
    ConversationId conversation;
    std::string text;
    std::vector<AttachmentId> attachments{};  // Brought by the same system before.
};

// What another system brings.
struct Delivery {
    std::string by;                  // Which one: an ApiTokenId's value.
    std::optional<std::string> key;  // What it calls this delivery, so that it can be sent again.
    std::variant<Opening, Posting> what;
};

// Where a delivery has gone.
struct Delivered {
    ConversationId conversation;
    CustomerId customer;  // Empty on a channel without one.
    Version version = 0;  // Of the conversation after it.
    bool operator==(const Delivered&) const = default;
};
using Receipt = std::variant<Delivered, Rejection>;  // Refused: nothing of it is stored.

// Decides and stores one. A message to a closed conversation that the policy keeps locked goes to the conversation that
// goes on from it; where there is none, and the channel has no widget in which the customer could start one, the system
// starts it.
Receipt deliver(Connection& connection, Transaction& transaction, const Delivery& delivery);

}  // namespace wrapup::server
