#pragma once

#include <optional>

#include "server/language.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// The transcript of a conversation, asked for by its customer.
struct Mail {
    std::int64_t number = 0;  // Given when it is added.
    std::string message;      // Its name in the world of mail; the same however often it is sent.
    ConversationId conversation;
    CustomerId customer;  // Who asked.
    std::string address;
    Language language = Language::english;
    Time asked_at;
    Time due_at;
    std::int64_t attempts = 0;  // To send it; each is counted before it is made.
};

// Mail that waits to be sent, and how much there was.
class Mails {
public:
    explicit Mails(Connection& connection) : connection_(connection) {}

    void add(const Mail& mail);
    std::optional<Mail> due(Time now);  // What has been due for longest.
    void put_off(const Mail& mail, Time due_at, std::int64_t attempts);
    void finish(const Mail& mail);  // Sent, or given up.
    // The addresses of what is finished and was asked for before then.
    void forget_addresses(Time before);

    // How many were asked for, also of those that are finished; to an address, until that is forgotten.
    std::int64_t count_of(const ConversationId& conversation);
    std::int64_t count_by(const CustomerId& customer, Time since);
    std::int64_t count_to(const std::string& address, Time since);
    std::int64_t count(Time since);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
