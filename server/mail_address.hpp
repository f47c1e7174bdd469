#pragma once

#include <string_view>

namespace wrapup::server {

// Whether it is exactly one address to which we send: name@host.domain in ASCII, in the plain form of RFC 5321 (a
// dot-string at a domain). No quotes, comments, lists, or mailboxes of the mail server's own machine; so nothing in it
// can end a line or begin another address.
bool is_mail_address(std::string_view text);

}  // namespace wrapup::server
