#pragma once

#include <string>

#include "core/vocabulary.hpp"

namespace wrapup::server {

// A mail to one person. What people chose is in `from_name`, `subject` and `text` only, in UTF-8.
struct MailMessage {
    std::string id;  // Unique in the world together with the sender's domain; the same each time it is sent.
    std::string from;
    std::string from_name;
    std::string to;
    std::string subject;
    std::string language;
    std::string text;
    Time at;
};

// As it goes over the wire (RFC 5322, 2045 and 2047): ASCII, lines of at most 78 characters with CRLF, marked as sent
// by a machine (RFC 3834), so that no out-of-office answers it.
std::string wire_text(const MailMessage& message);

}  // namespace wrapup::server
