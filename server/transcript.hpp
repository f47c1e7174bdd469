// A conversation as a text that people keep: without markup, and in their language.
#pragma once

#include <map>
#include <string>

#include "core/event.hpp"
#include "core/policy.hpp"
#include "server/language.hpp"
#include "server/store/connection.hpp"
#include "server/time_zone.hpp"

namespace wrapup::server {

// A conversation as its reader may see it, with the names of who is in it.
struct Telling {
    std::string site;
    std::string customer;                       // Empty where there is none.
    std::map<std::string, std::string> agents;  // By id.
    Events events;
};

// What this person may be told of it; nothing where they may not know of it.
std::optional<Telling> telling_of(Connection& connection, const ConversationId& conversation, const Actor& reader,
                                  const Policy& policy);

struct Manner {
    Language language = Language::english;
    TimeZone zone = TimeZone::utc();
    std::size_t bytes_max = std::string::npos;  // About: where there is more, it ends with a line that says so.
};

// What was said is indented, so that nobody can write a line that looks like one of ours; and what would move a
// terminal's cursor, or turn the writing of a line around, is left out of it.
std::string transcript_text(const Telling& telling, const Manner& manner);

// A name for it as a file, which every file system takes: no part of it was chosen by anybody.
std::string transcript_file_name(const Telling& telling, const ConversationId& conversation, const TimeZone& zone);

}  // namespace wrapup::server
