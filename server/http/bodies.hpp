// The JSON of what several routes tell.
#pragma once

#include "server/http/routes.hpp"
#include "server/reader.hpp"

namespace wrapup::server {

// With what every answer about the log carries: which log it is, and which rules decide.
Json stamped(const Service& service, Json body);

Json me_body(const Service& service, const Principal& who, Reader& reader);

// A number in the query. Malformed if it is none.
Position position_from(const std::string& text, const std::string& field);

}  // namespace wrapup::server
