#include "server/jwt.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/text.hpp"
#include "server/email.hpp"
#include "server/json_text.hpp"
#include "server/store/people.hpp"

namespace wrapup::server {
namespace {

constexpr std::string_view algorithm = "HS256";
constexpr std::string_view token_type = "JWT";
// Of what is in the header, `kid` alone is passed over: there are two keys at most, and each is tried.
constexpr std::array<std::string_view, 3> header_members{"alg", "typ", "kid"};

using Mac = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

struct Parts {
    std::string_view header;
    std::string_view claims;
    std::string_view signature;
    std::string_view signed_text;  // The first two, with the dot between them.
};

std::optional<Parts> parts_of(std::string_view jwt) {
    const auto first = jwt.find('.');
    if (jwt.size() > jwt_bytes_max || first == std::string_view::npos) return std::nullopt;
    const auto second = jwt.find('.', first + 1);
    if (second == std::string_view::npos || jwt.find('.', second + 1) != std::string_view::npos) return std::nullopt;
    return Parts{jwt.substr(0, first), jwt.substr(first + 1, second - first - 1), jwt.substr(second + 1),
                 jwt.substr(0, second)};
}

// Without padding, line breaks, or bits that say nothing: there is one text for each value.
std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &length, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

Mac mac_of(std::string_view text, const std::string& secret) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    Mac mac{};
    crypto_auth_hmacsha256_final(&state, mac.data());
    return mac;
}

// How long it takes depends on how many secrets there are, and on nothing that is in them.
bool is_signed(const Parts& parts, const std::vector<std::string>& secrets) {
    const auto signature = from_base64url(parts.signature);
    if (!signature || signature->size() != Mac{}.size()) return false;
    bool by_any = false;
    for (const std::string& secret : secrets) {
        const Mac mac = mac_of(parts.signed_text, secret);
        by_any = (sodium_memcmp(mac.data(), signature->data(), mac.size()) == 0) || by_any;
    }
    return by_any;
}

// An object in which no member, however deep, stands twice: of two, another reader may take the other one.
std::optional<Json> object_in(std::string_view base64url) {
    const auto text = from_base64url(base64url);
    if (!text) return std::nullopt;
    std::vector<std::set<std::string>> names;  // Of the objects around what is read.
    bool fits = true;
    const auto look = [&](int depth, Json::parse_event_t event, const Json& read) {
        names.resize(static_cast<std::size_t>(depth) + 1);
        if (event == Json::parse_event_t::key && !names[static_cast<std::size_t>(depth)].insert(read).second)
            fits = false;
        if (depth > json_depth_max) fits = false;
        return fits;
    };
    Json json = Json::parse(*text, look, /*allow_exceptions=*/false);
    if (!fits || !json.is_object()) return std::nullopt;
    return json;
}

bool is_header(const Json& header) {
    const auto is_known = [](std::string_view name) {
        return std::find(header_members.begin(), header_members.end(), name) != header_members.end();
    };
    for (const auto& [name, unused] : header.items())
        if (!is_known(name)) return false;
    return header.contains("alg") && header["alg"] == algorithm &&
           (!header.contains("typ") || header["typ"] == token_type);
}

// A line of text; none where there is nothing in it.
std::optional<std::string> line_in(const Json& value, std::size_t bytes_max) {
    if (!value.is_string()) return std::nullopt;
    auto line = value.get<std::string>();
    const bool has_control =
        std::any_of(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    return fault_of(line) || line.size() > bytes_max || has_control ? std::nullopt : std::optional(std::move(line));
}

// What need not be said may be left out, null or empty; whatever else it is has to fit.
bool is_said(const Json& claims, const char* name) {
    return claims.contains(name) && !claims[name].is_null() && claims[name] != "";
}

// Seconds since 1970, whole ones.
std::optional<std::chrono::seconds> seconds_in(const Json& value) {
    constexpr std::int64_t seconds_max = 1'000'000'000'000;  // Milliseconds of more than that do not matter any more.
    if (!value.is_number_integer()) return std::nullopt;
    const bool is_sane = value >= 0 && value <= seconds_max;
    return is_sane ? std::optional(std::chrono::seconds{value.get<std::int64_t>()}) : std::nullopt;
}

bool is_past(const Json& claims, const char* name, Time now) {
    if (!claims.contains(name)) return true;
    const auto at = seconds_in(claims[name]);
    return at && Time{*at} <= now + jwt_clocks_differ_max;
}

std::optional<Vouched> vouched_in(const Json& claims) {
    for (const char* name : {"sub", "jti", "exp"})
        if (!claims.contains(name)) return std::nullopt;
    // It is for somebody who goes by a name that we do not know as ours.
    if (claims.contains("aud")) return std::nullopt;
    auto subject = line_in(claims["sub"], jwt_id_bytes_max), id = line_in(claims["jti"], jwt_id_bytes_max);
    const auto expires_at = seconds_in(claims["exp"]);
    if (!subject || !id || !expires_at) return std::nullopt;
    Vouched vouched{*std::move(subject), *std::move(id), Time{*expires_at}, {}, {}};
    if (is_said(claims, "name") && !(vouched.name = line_in(claims["name"], Customer::name_bytes_max)))
        return std::nullopt;
    if (is_said(claims, "email")) {
        vouched.email = line_in(claims["email"], email_bytes_max);
        if (!vouched.email || !is_email(*vouched.email)) return std::nullopt;
    }
    return vouched;
}

}  // namespace

std::variant<Vouched, JwtFault> verified_jwt(std::string_view jwt, const std::vector<std::string>& secrets, Time now) {
    const auto parts = parts_of(jwt);
    if (!parts || !is_signed(*parts, secrets)) return JwtFault::invalid;
    const auto header = object_in(parts->header), claims = object_in(parts->claims);
    if (!header || !claims || !is_header(*header)) return JwtFault::invalid;
    auto vouched = vouched_in(*claims);
    if (!vouched || !is_past(*claims, "iat", now) || !is_past(*claims, "nbf", now)) return JwtFault::invalid;
    if (vouched->expires_at <= now) return JwtFault::expired;
    if (vouched->expires_at > now + jwt_lasts_max) return JwtFault::too_long;
    return *std::move(vouched);
}

}  // namespace wrapup::server
