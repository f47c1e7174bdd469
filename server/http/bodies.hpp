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

// Who a customer is, as they are told it.
Json customer_body(const CustomerId& id, const std::string& name, bool verified);

Json me_body(const Service& service, const Principal& who, Reader& reader);

// The outbox that the query names as `client`, if any. Malformed if that is none.
std::optional<ClientId> client_asking(const Ask& ask);

// Adds how far the commands of the asking client have come in this snapshot, as `last_command`; 0 of one not heard of
// yet, nothing of somebody else's. A snapshot may hold the effect of a command whose answer is still under way: a page
// that did not know would draw it once more, as pending.
Json with_last_command(Json body, const Ask& ask, Connection& snapshot);

// What is kept of a customer as it is sent.
inline constexpr std::size_t page_bytes_max = 2 * 1024;
inline constexpr std::size_t locale_bytes_max = 64;
inline constexpr std::size_t time_zone_bytes_max = 64;
// Malformed if it is longer, or no text.
void check_text(const std::string& text, const char* field, std::size_t bytes_max);

// A number in the query. Malformed if it is none.
Position position_from(const std::string& text, const std::string& field);

}  // namespace wrapup::server
