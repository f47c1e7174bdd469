// The transcript of a conversation by mail: who may ask for it, when it leaves, and what is in it.
#pragma once

#include <variant>

#include "server/mail_message.hpp"
#include "server/service.hpp"
#include "server/store/mails.hpp"

namespace wrapup::server {

// Whoever can open the widget can have mail sent to any address, with their own words in it. So there are bounds: for
// what one conversation and one visitor can want, for what one person must bear, and for the server as a whole.
inline constexpr std::int64_t mails_per_conversation_max = 3;
inline constexpr std::int64_t mails_per_visitor_per_day_max = 10;
inline constexpr std::int64_t mails_to_address_per_day_max = 6;
inline constexpr std::int64_t mails_per_day_max = 2'000;
inline constexpr Milliseconds mail_day{day_ms};
inline constexpr std::size_t mail_bytes_max = 512 * 1024;  // Of the transcript in it.

// When a transcript of a conversation that stands like this leaves; nothing while a chat is going on. Once it is
// closed, that is when the close can no longer be undone. Where it was undone, it waits until the chat is over again.
std::optional<Time> mail_leaves_at(const Conversation& conversation, const Policy& policy, Time now);

// What a customer asks for, of a conversation of theirs.
struct MailWish {
    ConversationId conversation;
    CustomerId customer;
    std::string address;
    Language language = Language::english;
};
enum class MailRefusal { session_active, too_many };
// On disk when it returns; else why it was not taken.
std::optional<MailRefusal> ask_for_mail(Service& service, const MailWish& wish);

// The message as its conversation stands; nothing where there is no such conversation any more. Its customer is shown
// what they may see, and the times on their own clock.
std::optional<MailMessage> message_of(const Mail& mail, Connection& connection, const Policy& policy,
                                      const MailOptions& options, Time now);

}  // namespace wrapup::server
