// HTTP/1.1 as the load speaks and understands it: answers with a Content-Length, and nothing else.
#pragma once

#include <string>
#include <string_view>

namespace wrapup::bench {

// `header` is one line without its end, or empty.
std::string get_request(std::string_view path, std::string_view header);
std::string post_request(std::string_view path, std::string_view header, std::string_view json);

// The answer that `received` begins with, head and body; empty while it is not whole.
std::string_view whole_answer(std::string_view received);
std::string_view body_of(std::string_view answer);

// Throws unless the status is 200.
void must_be_ok(std::string_view answer);

}  // namespace wrapup::bench
