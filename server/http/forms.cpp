#include "server/http/forms.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "server/email.hpp"
#include "server/json.hpp"

namespace wrapup::server {

void check_message(const std::string& text, const char* field) {
    const auto fault = fault_of(text);
    if (fault == TextFault::empty) throw Malformed(field, "empty");
    if (fault == TextFault::too_long) throw Malformed(field, "too long");
    if (fault) throw Malformed(field, "not a text");
}

void check_email(const std::string& email) {
    check_line(email, "email", email_bytes_max);
    if (!is_email(email)) throw Malformed("email", "expected an e-mail address");
}

void check_line(const std::string& line, const char* field, std::size_t bytes_max) {
    check_message(line, field);
    if (line.size() > bytes_max) throw Malformed(field, "too long");
    const bool has_control =
        std::any_of(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (has_control) throw Malformed(field, "expected a single line");
}

}  // namespace wrapup::server
