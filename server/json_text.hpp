// The door between bytes and JSON.
#pragma once

#include <string>
#include <string_view>

#include "server/json.hpp"

namespace wrapup::server {

inline constexpr int json_depth_max = 16;

// The same JSON text with every ill-formed UTF-8 byte and every escaped surrogate without its other half replaced by
// the escape \u0000. A message with one in it is then refused by the rules as invalid_text, like any other message,
// where a parser would have refused everything that was sent along with it.
std::string repaired(std::string_view text);

// The value of a JSON text, repaired first. Malformed if it is none, or nested deeper than json_depth_max.
Json parse_json(std::string_view text);

std::string text_of(const Json& json);
// Appends a string. Most need no escapes, and then it is quick.
void add_quoted(std::string& json, std::string_view text);

}  // namespace wrapup::server
