// Sites that vouch for their visitors, well and badly.
#pragma once

#include "server/http/session.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {

inline std::string base64url(std::string_view bytes, int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      variant);
    text.pop_back();  // The NUL that it ends with.
    return text;
}

inline std::string hs256(std::string_view text, std::string_view secret) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::string mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(mac.data()));
    return mac;
}

inline std::string hs512(std::string_view text, std::string_view secret) {
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha512_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::string mac(crypto_auth_hmacsha512_BYTES, '\0');
    crypto_auth_hmacsha512_final(&state, reinterpret_cast<unsigned char*>(mac.data()));
    return mac;
}

// Seconds since 1970, so many from now.
inline std::int64_t in_seconds(std::int64_t seconds) {
    return std::chrono::duration_cast<std::chrono::seconds>(now().time_since_epoch()).count() + seconds;
}

// What a site says of somebody when all is well.
inline Json claims_of(const std::string& subject) {
    return {{"sub", subject}, {"exp", in_seconds(300)}, {"jti", random_id()}};
}
inline Json with(Json object, const char* name, const Json& value) {
    object[name] = value;
    return object;
}
inline Json without(Json object, const char* name) {
    object.erase(name);
    return object;
}

inline const Json usual_header{{"alg", "HS256"}, {"typ", "JWT"}};

// From the very texts, however odd.
inline std::string jwt_of_texts(const std::string& secret, std::string_view header, std::string_view claims) {
    const std::string text = base64url(header) + '.' + base64url(claims);
    return text + '.' + base64url(hs256(text, secret));
}
inline std::string jwt(const std::string& secret, const Json& claims, const Json& header = usual_header) {
    return jwt_of_texts(secret, header.dump(), claims.dump());
}

struct NewKey {
    std::string id;
    std::string secret;
};
inline NewKey make_key(Person& admin, const std::string& site = "shop") {
    const Response made = admin.post("/api/v1/sites/" + site + "/keys", Json::object());
    INFO(made.text);
    REQUIRE(made.status == 201);
    return {made.json().at("id"), made.json().at("secret")};
}
inline void put_mode(Person& admin, const char* mode, const std::string& site = "shop") {
    REQUIRE(admin.post("/api/v1/sites/" + site + "/identity", {{"mode", mode}}).status == 200);
}

inline Json arrival(const std::string& site = "shop") { return {{"site", site}, {"page", "/"}, {"locale", "en"}}; }
inline Json arrival_with(const std::string& identity, const std::string& site = "shop") {
    return with(arrival(site), "identity", identity);
}

// A browser with a token of its own, of whom the server need not know.
inline Person browser(World& world, const std::string& token = random_token()) {
    return {world.port(), {{"Authorization", "Bearer " + token}}};
}

inline Response introduce(Person& visitor, const Json& body) { return visitor.post("/api/v1/visitors", body); }

// What came of it: "200", or with the code of what was refused, "403 identity_off".
inline std::string outcome_of(const Response& response) {
    const std::string status = std::to_string(response.status);
    const Json body = response.json();
    return body.contains("code") ? status + ' ' + body.at("code").get<std::string>() : status;
}

inline Json customer_in(const Response& response) { return response.json().at("customer"); }

inline std::vector<std::string> own_chats(Person& visitor) {
    std::vector<std::string> chats;
    const Response list = visitor.get("/api/v1/conversations");
    if (list.status != 200) return chats;
    const Json body = list.json();
    for (const Json& row : body.at("rows")) chats.push_back(row.at("conversation"));
    return chats;
}
inline bool has(const std::vector<std::string>& chats, const std::string& chat) {
    return std::find(chats.begin(), chats.end(), chat) != chats.end();
}

}  // namespace wrapup::server::test
