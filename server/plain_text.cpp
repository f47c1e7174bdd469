#include "server/plain_text.hpp"

namespace wrapup::server {
namespace {

enum class Kind { kept, line_end, left_out };

struct Piece {
    Kind kind = Kind::kept;
    std::size_t bytes = 1;
};

bool is_between(std::string_view text, std::string_view first, std::string_view last) {
    const std::string_view start = text.substr(0, first.size());
    return start >= first && start <= last;
}

Piece first_piece(std::string_view text) {
    const char c = text.front();
    if (text.starts_with("\r\n")) return {Kind::line_end, 2};
    if (c >= '\n' && c <= '\r') return {Kind::line_end};
    if (c == '\t') return {};
    if ((c >= 0 && c < ' ') || c == 0x7F) return {Kind::left_out};
    if (text.starts_with("\u0085")) return {Kind::line_end, 2};
    if (is_between(text, "\u0080", "\u009F")) return {Kind::left_out, 2};
    if (is_between(text, "\u2028", "\u2029")) return {Kind::line_end, 3};
    if (is_between(text, "\u202A", "\u202E") || is_between(text, "\u2066", "\u2069")) return {Kind::left_out, 3};
    return {};
}

}  // namespace

std::vector<std::string> plain_lines(std::string_view text) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const Piece piece = first_piece(text);
        if (piece.kind == Kind::kept) lines.back() += text.substr(0, piece.bytes);
        if (piece.kind == Kind::line_end) lines.emplace_back();
        text.remove_prefix(piece.bytes);
    }
    return lines;
}

std::string plain_line(std::string_view text) {
    std::string line;
    for (const std::string& part : plain_lines(text)) (line += line.empty() ? "" : " ") += part;
    return line;
}

}  // namespace wrapup::server
