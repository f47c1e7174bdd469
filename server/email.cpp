#include "server/email.hpp"

#include <algorithm>

namespace wrapup::server {

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    const bool is_odd = std::any_of(text.begin(), text.end(), [](unsigned char c) { return c <= ' ' || c == 0x7F; });
    return text.size() <= email_bytes_max && !is_odd && at != 0 && at != std::string_view::npos && at + 1 < text.size();
}

}  // namespace wrapup::server
