#pragma once

#include <string_view>

#include "server/http/answer.hpp"

namespace wrapup::server {

// Whether a header Accept-Encoding (RFC 9110, 12.5.3) names brotli.
bool accepts_brotli(std::string_view header);

// The answer, compressed where it is worth it. For whoever accepts brotli and comes with a token, not with a cookie: no
// other page can have a browser ask with that, and learn from the lengths of the answers what they say.
Answer packed(Answer answer);

}  // namespace wrapup::server
