#include "server/local_days.hpp"

#include <charconv>
#include <string_view>

#include "server/json.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t year_digits = 4, month_digits = 2;

// The number that is all of the text, or nothing.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

std::chrono::minutes ahead_from(std::string_view text, const std::string& field) {
    const auto minutes = number_in<int>(text);
    if (!minutes || *minutes < -LocalClock::minutes_ahead_max || *minutes > LocalClock::minutes_ahead_max)
        throw Malformed(field, "expected the minutes that local time is ahead of UTC");
    return std::chrono::minutes{*minutes};
}

std::string padded(unsigned number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace

Day day_from(const std::string& text, const std::string& field) {
    constexpr std::size_t first_dash = year_digits, second_dash = first_dash + 1 + month_digits;
    const bool has_form = text.size() == second_dash + 1 + 2 && text[first_dash] == '-' && text[second_dash] == '-';
    if (has_form) {
        const auto year = number_in<unsigned>(text.substr(0, first_dash));
        const auto month = number_in<unsigned>(text.substr(first_dash + 1, month_digits));
        const auto day = number_in<unsigned>(text.substr(second_dash + 1));
        if (year && month && day) {
            const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                                   std::chrono::month(*month), std::chrono::day(*day)};
            if (date.ok()) return date;
        }
    }
    throw Malformed(field, "expected a day as in 2026-01-31");
}

std::string text_of(Day day) {
    const std::chrono::year_month_day date(day);
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), year_digits) + '-' +
           padded(static_cast<unsigned>(date.month()), 2) + '-' + padded(static_cast<unsigned>(date.day()), 2);
}

LocalClock LocalClock::from(const std::string& text, const std::string& field) {
    LocalClock clock;
    std::string_view rest = text;
    const auto next = [&] {
        const std::string_view part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        return part;
    };
    clock.ahead_ = ahead_from(next(), field);
    while (!rest.empty()) {
        const std::string_view change = next();
        const auto colon = change.find(':');
        const auto at = number_in<std::int64_t>(change.substr(0, colon));
        if (colon == std::string_view::npos || !at) throw Malformed(field, "expected a moment and a colon");
        const Time from{Milliseconds{*at}};
        if (!clock.changes_.empty() && from <= clock.changes_.back().from)
            throw Malformed(field, "the changes are not in order");
        if (clock.changes_.size() == changes_max) throw Malformed(field, "too many changes");
        clock.changes_.push_back({from, ahead_from(change.substr(colon + 1), field)});
    }
    return clock;
}

Day LocalClock::day_of(Time time) const {
    std::chrono::minutes ahead = ahead_;
    for (const Change& change : changes_)
        if (change.from <= time) ahead = change.ahead;
    return std::chrono::floor<std::chrono::days>(time + ahead);
}

}  // namespace wrapup::server
