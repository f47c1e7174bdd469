// All that a transcript says of its own, in each language.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "server/language.hpp"

namespace wrapup::server {

enum class Word : std::uint8_t {
    title,
    customer,
    started,
    times,
    date,
    team,
    visitor,
    note,
    attachment,
    joined,
    left,
    ended,
    ended_by_itself,
    closed,
    closed_by_itself,
    reopened,
    reopened_by_itself,
    rated,
    customer_left,
    customer_returned,
    cut_off,
    mail_subject,
    mail_why,
    decimal_mark,
    count
};

// What stands for a name in braces, as in {"who", "Mara"}.
using Filling = std::pair<std::string_view, std::string_view>;

// The words with the braces filled in. What is filled in is taken as it is, braces or not.
std::string say(Language language, Word word, std::initializer_list<Filling> fillings = {});

// From 1.
std::string_view month_name(Language language, unsigned month);

}  // namespace wrapup::server
