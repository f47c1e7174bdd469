#include "server/json_text.hpp"

#include <optional>

#include "core/text.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view replacement = "\\u0000";
constexpr std::size_t escape_length = 6;  // \uHHHH

std::size_t length_by_lead(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

// The length of the well-formed UTF-8 sequence that `text` begins with, or 0.
std::size_t well_formed_length(std::string_view text) {
    const auto sequence = text.substr(0, length_by_lead(static_cast<unsigned char>(text.front())));
    return fault_of(sequence) == TextFault::invalid ? 0 : sequence.size();
}

// The code unit of the \uHHHH that `text` begins with, if it begins with one.
std::optional<unsigned> escaped_unit(std::string_view text) {
    if (text.size() < escape_length || text[0] != '\\' || text[1] != 'u') return std::nullopt;
    unsigned unit = 0;
    for (const char digit : text.substr(2, 4)) {
        unit <<= 4;
        if (digit >= '0' && digit <= '9')
            unit |= static_cast<unsigned>(digit - '0');
        else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
            unit |= static_cast<unsigned>((digit | 0x20) - 'a') + 10;
        else
            return std::nullopt;
    }
    return unit;
}

bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// Takes the escape that `text` begins with off it, and returns what stands for it.
std::string_view take_escape(std::string_view& text) {
    const auto take = [&](std::size_t length) {
        const auto taken = text.substr(0, length);
        text.remove_prefix(taken.size());
        return taken;
    };
    const auto unit = escaped_unit(text);
    if (!unit) return take(text.size() > 1 && static_cast<unsigned char>(text[1]) < 0x80 ? 2 : 1);
    if (is_high_surrogate(*unit)) {
        const auto next = escaped_unit(text.substr(escape_length));
        if (next && is_low_surrogate(*next)) return take(2 * escape_length);
    }
    const auto escape = take(escape_length);
    return is_high_surrogate(*unit) || is_low_surrogate(*unit) ? replacement : escape;
}

}  // namespace

std::string repaired(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (text.front() == '\\') {
            result += take_escape(text);
        } else if (const std::size_t length = well_formed_length(text); length > 0) {
            result += text.substr(0, length);
            text.remove_prefix(length);
        } else {
            result += replacement;
            text.remove_prefix(1);
        }
    }
    return result;
}

Json parse_json(std::string_view text) {
    const auto limited = [](int depth, Json::parse_event_t event, const Json&) {
        const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
        if (opens && depth >= json_depth_max) throw Malformed("", "nested too deep");
        return true;
    };
    Json json = Json::parse(repaired(text), limited, /*allow_exceptions=*/false);
    if (json.is_discarded()) throw Malformed("", "not JSON");
    return json;
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void add_quoted(std::string& json, std::string_view text) {
    const auto stands_for_itself = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), stands_for_itself))
        json.append(1, '"').append(text).append(1, '"');
    else
        json += text_of(Json(text));
}

}  // namespace wrapup::server
