#include "server/mail_message.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "server/plain_text.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t base64_line_characters = 76;
constexpr std::size_t plain_characters_max = 60;
// So that a line of a header with one encoded word stays below 76 characters.
constexpr std::size_t encoded_word_bytes_max = 36;

std::string base64_of(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // The NUL.
    return text;
}

bool is_plain(const std::string& text) {
    return text.size() <= plain_characters_max && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
           });
}

// How many bytes at the start fit into one encoded word, never part of a character.
std::size_t first_bytes(std::string_view text) {
    if (text.size() <= encoded_word_bytes_max) return text.size();
    std::size_t bytes = encoded_word_bytes_max;
    while (bytes > 1 && (static_cast<unsigned char>(text[bytes]) & 0xC0u) == 0x80u) --bytes;
    return bytes;
}

// The words of people in a header, as RFC 2047 has it; what is all letters, digits and spaces, as it is.
std::string header_words(const std::string& words) {
    const std::string line = plain_line(words);
    if (is_plain(line)) return line;
    std::string encoded;
    for (std::string_view rest = line; !rest.empty();) {
        const std::size_t bytes = first_bytes(rest);
        if (!encoded.empty()) (encoded += line_end) += ' ';
        encoded += "=?UTF-8?B?" + base64_of(rest.substr(0, bytes)) + "?=";
        rest.remove_prefix(bytes);
    }
    return encoded;
}

// As in "Sat, 28 Nov 2026 07:31:14 +0000".
std::string date_of(Time time) {
    using namespace std::chrono;
    constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(time - day));
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%s, %u %s %d %02d:%02d:%02d +0000", weekdays.at(weekday(day).c_encoding()),
                  static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                  static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text.data();
}

std::string body_of(const std::string& text) {
    std::string lines;
    for (const char c : text) c == '\n' ? lines += line_end : lines += c;
    const std::string encoded = base64_of(lines);
    std::string body;
    for (std::size_t at = 0; at < encoded.size(); at += base64_line_characters)
        (body += encoded.substr(at, base64_line_characters)) += line_end;
    return body;
}

}  // namespace

std::string wire_text(const MailMessage& message) {
    const std::string domain = message.from.substr(message.from.find('@') + 1);
    const std::array<std::pair<const char*, std::string>, 10> headers{{
        {"Date", date_of(message.at)},
        {"From", header_words(message.from_name) + " <" + message.from + '>'},
        {"To", '<' + message.to + '>'},
        {"Subject", header_words(message.subject)},
        {"Message-ID", '<' + message.id + '@' + domain + '>'},
        {"Auto-Submitted", "auto-generated"},
        {"MIME-Version", "1.0"},
        {"Content-Type", "text/plain; charset=utf-8"},
        {"Content-Transfer-Encoding", "base64"},
        {"Content-Language", message.language},
    }};
    std::string text;
    for (const auto& [name, value] : headers) (((text += name) += ": ") += value) += line_end;
    return (text += line_end) += body_of(message.text);
}

}  // namespace wrapup::server
