// The JSON of what several routes tell.
#pragma once

#include "server/http/routes.hpp"
#include "server/reader.hpp"

namespace wrapup::server {

// With what every answer about the log carries: which log it is, and which rules decide.
Json stamped(const Service& service, Json body);
// The same for an object of one member that is text already.
std::string stamped_text(const Service& service, std::string_view name, const std::string& json);

// The text of a JSON object that has members, with one more that is text already.
std::string with_member(std::string object, std::string_view name, const std::string& json);

Json me_body(const Service& service, const Principal& who, Reader& reader);

// A number in the query. Malformed if it is none.
Position position_from(const std::string& text, const std::string& field);

}  // namespace wrapup::server
