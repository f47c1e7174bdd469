#include "server/http/packing.hpp"

#include <algorithm>

#include "server/http/header_text.hpp"
#include "server/packed_texts.hpp"

namespace wrapup::server {
namespace {

// What is shorter fits into a packet together with its head as it is.
constexpr std::size_t worthwhile_bytes = 512;

// A weight of nothing means: anything but this (RFC 9110, 12.4.2).
bool is_refused(std::string_view parameters) {
    const std::string_view weight = trimmed(parameters);
    return weight.size() > 2 && equal_but_for_case(weight.substr(0, 2), "q=") &&
           weight.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

bool accepts_brotli(std::string_view header) {
    while (!header.empty()) {
        const std::string_view item = up_to(",", header), coding = up_to(";", item);
        if (equal_but_for_case(trimmed(coding), "br"))
            return !is_refused(item.substr(std::min(coding.size() + 1, item.size())));
        header.remove_prefix(std::min(item.size() + 1, header.size()));
    }
    return false;
}

Answer packed(Answer answer) {
    if (answer.status != 200 || answer.body.size() < worthwhile_bytes) return answer;
    answer.body = packed_at_once(answer.body);
    answer.headers.emplace_back("Content-Encoding", "br");
    return answer;
}

}  // namespace wrapup::server
