#include "server/http/security_headers.hpp"

#include <array>
#include <string_view>

namespace wrapup::server {
namespace {

struct Row {
    Guise guise;
    std::string_view policy;    // Content-Security-Policy, but for who may frame it.
    std::string_view resource;  // Cross-Origin-Resource-Policy.
    std::string_view opener;    // Cross-Origin-Opener-Policy; none where it is no page, or one that is framed.
    std::string_view embedder;  // Cross-Origin-Embedder-Policy: a page that isolates itself takes only frames that do.
};

constexpr std::string_view nothing = "default-src 'none'; base-uri 'none'; form-action 'none'";
// Scripts are files of ours and nothing else; what becomes a script's address goes through one policy, `wrapup`.
constexpr std::string_view page =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types wrapup";

// clang-format off
constexpr std::array<Row, static_cast<std::size_t>(Guise::count)> table{{
    {Guise::data,      nothing,                                    "same-origin",  {},            {}},
    {Guise::dashboard, page,                                       "same-origin",  "same-origin", {}},
    {Guise::frame,     page,                                       "cross-origin", {},            "require-corp"},
    {Guise::script,    nothing,                                    "cross-origin", {},            {}},
    {Guise::worker,    "default-src 'none'; connect-src 'self'",   "same-origin",  {},            {}},
    {Guise::shop,      {},                                         "same-origin",  {},            {}},
}};
// clang-format on

constexpr bool table_is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].guise != static_cast<Guise>(i)) return false;
    return true;
}
static_assert(table_is_in_order(), "security headers: one row per guise, in the order of Guise");

constexpr const char* permissions =
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

std::string policy_of(const Row& row, const std::vector<std::string>& frame_ancestors) {
    std::string policy(row.policy);
    policy += policy.empty() ? "frame-ancestors" : "; frame-ancestors";
    if (frame_ancestors.empty()) policy += " 'none'";
    for (const std::string& origin : frame_ancestors) policy += ' ' + origin;
    return policy;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> security_headers(Guise guise,
                                                                  const std::vector<std::string>& frame_ancestors) {
    const Row& row = table[static_cast<std::size_t>(guise)];
    std::vector<std::pair<std::string, std::string>> headers{
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Permissions-Policy", permissions},
        {"Content-Security-Policy", policy_of(row, frame_ancestors)},
        {"Cross-Origin-Resource-Policy", std::string(row.resource)}};
    if (!row.opener.empty()) headers.emplace_back("Cross-Origin-Opener-Policy", std::string(row.opener));
    if (!row.embedder.empty()) headers.emplace_back("Cross-Origin-Embedder-Policy", std::string(row.embedder));
    return headers;
}

}  // namespace wrapup::server
