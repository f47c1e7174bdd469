#include "server/mail_address.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

// RFC 5321, 4.5.3.1; an address of that length just fits into a path.
constexpr std::size_t address_bytes_max = 254;
constexpr std::size_t local_bytes_max = 64;
constexpr std::size_t label_bytes_max = 63;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_atom(std::string_view part) {
    constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
    return !part.empty() && std::all_of(part.begin(), part.end(), [&](char c) {
        return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos;
    });
}

bool is_label(std::string_view part) {
    return !part.empty() && part.size() <= label_bytes_max && part.front() != '-' && part.back() != '-' &&
           std::all_of(part.begin(), part.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

// Whether every part between the dots is one, and there are as many at least.
template <class IsPart>
bool is_dotted(std::string_view text, std::size_t parts_min, IsPart is_part) {
    std::size_t parts = 0;
    for (;; ++parts) {
        const auto dot = text.find('.');
        if (!is_part(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return parts + 1 >= parts_min;
        text.remove_prefix(dot + 1);
    }
}

}  // namespace

bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || text.size() > address_bytes_max || at > local_bytes_max) return false;
    return is_dotted(text.substr(0, at), 1, is_atom) && is_dotted(text.substr(at + 1), 2, is_label);
}

}  // namespace wrapup::server
