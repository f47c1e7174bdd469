#include "server/jwt.hpp"

#include "tests/support/server_identity.hpp"

namespace wrapup::server::test {
namespace {

constexpr Time noon{std::chrono::seconds{1'800'000'000}};
constexpr std::int64_t noon_s = 1'800'000'000;
const std::string secret = "a secret of the shop";

Json claims() { return {{"sub", "vera"}, {"jti", "1"}, {"exp", noon_s + 300}}; }

std::string fault_of_jwt(const std::string& text, Time at = noon) {
    const auto verified = verified_jwt(text, {"another", secret}, at);
    if (std::holds_alternative<Vouched>(verified)) return "-";
    switch (std::get<JwtFault>(verified)) {
        case JwtFault::invalid:
            return "invalid";
        case JwtFault::expired:
            return "expired";
        case JwtFault::too_long:
            return "too long";
    }
    return "?";
}

}  // namespace

TEST_CASE("the token of RFC 7515, which we did not make ourselves, has the signature that we compute") {
    REQUIRE(sodium_init() >= 0);
    const std::string text =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    constexpr std::array<unsigned char, 64> key{
        3,   35, 53,  75, 43,  15,  165, 188, 131, 126, 6,   101, 119, 123, 166, 143, 90,  179, 40,  230, 240, 84,
        201, 40, 169, 15, 132, 178, 210, 80,  46,  191, 211, 251, 90,  146, 210, 6,   71,  239, 150, 138, 180, 195,
        119, 98, 61,  34, 61,  46,  33,  114, 5,   46,  79,  8,   192, 205, 154, 245, 103, 208, 128, 163};
    const std::string theirs(reinterpret_cast<const char*>(key.data()), key.size());
    CHECK(base64url(hs256(text, theirs)) == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    // It has no subject: it is signed well, and says too little.
    const std::string whole = text + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    CHECK(std::get<JwtFault>(verified_jwt(whole, {theirs}, Time{})) == JwtFault::invalid);
}

TEST_CASE("a token says who somebody is, by any of the secrets") {
    Json said = claims();
    const Vouched plain{"vera", "1", Time{std::chrono::seconds{noon_s + 300}}, {}, {}};
    CHECK(std::get<Vouched>(verified_jwt(jwt(secret, said), {secret}, noon)) == plain);
    CHECK(std::get<Vouched>(verified_jwt(jwt(secret, said), {"a", secret, "b"}, noon)) == plain);
    CHECK(std::get<JwtFault>(verified_jwt(jwt(secret, said), {}, noon)) == JwtFault::invalid);
    said["name"] = "Vera Stein";
    said["email"] = "vera@i.test";
    const auto verified = std::get<Vouched>(verified_jwt(jwt(secret, said), {secret}, noon));
    CHECK(verified.name == "Vera Stein");
    CHECK(verified.email == "vera@i.test");
    for (const Json& nothing : {Json(nullptr), Json("")}) {
        said["name"] = said["email"] = nothing;
        CHECK(std::get<Vouched>(verified_jwt(jwt(secret, said), {secret}, noon)) == plain);
    }
}

TEST_CASE("a token holds for ten minutes at most, and clocks may differ by half a minute where it begins") {
    struct Row {
        const char* claim;
        std::int64_t from_noon;
        const char* fault;
    };
    for (const Row& row :
         {Row{"exp", 0, "expired"}, Row{"exp", 1, "-"}, Row{"exp", 600, "-"}, Row{"exp", 601, "too long"},
          Row{"exp", -noon_s, "expired"}, Row{"iat", 30, "-"}, Row{"iat", 31, "invalid"}, Row{"iat", -noon_s, "-"},
          Row{"nbf", 30, "-"}, Row{"nbf", 31, "invalid"}, Row{"nbf", -600, "-"}}) {
        CAPTURE(row.claim, row.from_noon);
        CHECK(fault_of_jwt(jwt(secret, with(claims(), row.claim, noon_s + row.from_noon))) == row.fault);
    }
    CHECK(fault_of_jwt(jwt(secret, claims()), noon + std::chrono::milliseconds{299'999}) == "-");
    CHECK(fault_of_jwt(jwt(secret, claims()), noon + std::chrono::milliseconds{300'000}) == "expired");
    for (const char* claim : {"exp", "iat", "nbf"})
        for (const Json& odd : {Json("soon"), Json(nullptr), Json(1.5), Json(-1), Json::array(), Json(true)}) {
            CAPTURE(claim, odd);
            CHECK(fault_of_jwt(jwt(secret, with(claims(), claim, odd))) == "invalid");
        }
}

TEST_CASE("a token with any bit of it another one is refused") {
    const std::string good = jwt(secret, claims());
    CHECK(fault_of_jwt(good) == "-");
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char other : {'A', 'z', '-', '.', '=', '\0'}) {
            if (good[at] == other) continue;
            std::string bent = good;
            bent[at] = other;
            CAPTURE(at, other);
            CHECK(fault_of_jwt(bent) == "invalid");
        }
    for (std::size_t size = 0; size < good.size(); ++size) CHECK(fault_of_jwt(good.substr(0, size)) == "invalid");
    const std::string text = good.substr(0, good.rfind('.'));
    CHECK(fault_of_jwt(text + '.' + base64url(hs256(text, secret) + "x")) == "invalid");
}

TEST_CASE("no two members of a token have the same name, however deep they stand") {
    const std::string rest = R"("jti":"1","exp":)" + std::to_string(noon_s + 60);
    struct Row {
        std::string claims;
        const char* fault;
    };
    for (const Row& row :
         {Row{R"({"sub":"vera",)" + rest + "}", "-"}, Row{R"({"sub":"vera","sub":"vera",)" + rest + "}", "invalid"},
          Row{R"({"sub":"vera","s\u0075b":"vera",)" + rest + "}", "invalid"},
          Row{R"({"sub":"vera","x":{"sub":"y","z":[{"sub":1},{"sub":2}]},"y":{"sub":2},)" + rest + "}", "-"},
          Row{R"({"sub":"vera","x":{"a":1,"b":{"a":2},"a":3},)" + rest + "}", "invalid"},
          Row{R"({"sub":"vera","x":[{"a":1,"a":3}],)" + rest + "}", "invalid"},
          Row{R"({"sub":"vera","x":)" + std::string(40, '[') + std::string(40, ']') + "," + rest + "}", "invalid"}}) {
        CAPTURE(row.claims);
        CHECK(fault_of_jwt(jwt_of_texts(secret, usual_header.dump(), row.claims)) == row.fault);
    }
}

}  // namespace wrapup::server::test
