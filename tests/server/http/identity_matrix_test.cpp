// Everything by which somebody might pass for Vera, and what they get by it: her history, a word in her chat, her name
// for their own. The table of it is tests/golden/identity.txt.
#include <functional>
#include <iostream>

#include "server/store/identities.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/server_identity.hpp"

namespace wrapup::server::test {
namespace {

const std::string vera = "vera";
constexpr const char* email = "kim.strasse@i.test";

// Vera is verified and has written from one browser; the keys of her site are there, and one that is not any more.
struct Stage {
    World world;
    Person ida = hire_ida(world);
    std::string secret, second_secret, removed_secret, foreign_secret;
    std::string veras_jwt;
    Person veras_browser = browser(world);
    std::string veras_chat;

    Stage() {
        put_mode(ida, "optional");
        const NewKey removed = make_key(ida);
        removed_secret = removed.secret;
        REQUIRE(ida.post("/api/v1/sites/shop/keys/remove", {{"id", removed.id}}).status == 204);
        secret = make_key(ida).secret;
        second_secret = make_key(ida).secret;
        foreign_secret = random_token();
        Writing writing(world.service().database);
        SiteIdentity elsewhere(*writing);
        elsewhere.put_mode({"elsewhere"}, IdentityMode::optional);
        elsewhere.add_key({"elsewhere"}, {{random_id()}, now()}, foreign_secret);
        writing.commit();
    }

    void vera_writes() {
        veras_jwt = jwt(secret, with(with(claims_of(vera), "email", email), "name", "Vera"));
        REQUIRE(introduce(veras_browser, arrival_with(veras_jwt)).status == 201);
        veras_chat = veras_browser.starts_chat("my secret");
    }
};

// What somebody tries. They have a chat of their own by then.
using Try = std::function<Response(Stage&, Person&)>;

struct Row {
    std::string what;
    Try tries;
    std::string answer;
    bool becomes_vera = false;
};

Try shows(std::function<std::string(const Stage&)> make) {
    return [make = std::move(make)](Stage& stage, Person& somebody) {
        return introduce(somebody, arrival_with(make(stage)));
    };
}
Try shows_signed(std::function<Json()> claims, const Json& header = usual_header) {
    return shows([=](const Stage& stage) { return jwt(stage.secret, claims(), header); });
}
Try says(const char* field, const Json& value) {
    return [=](Stage&, Person& somebody) { return introduce(somebody, with(arrival(), field, value)); };
}
std::string header_and_claims(const Json& header) {
    return base64url(header.dump()) + '.' + base64url(claims_of(vera).dump());
}

const std::vector<Row>& good_rows() {
    static const std::vector<Row> rows{
        {"her own, from another browser", shows_signed([] { return claims_of(vera); }), "200", true},
        {"her own, by the other key of the site",
         shows([](const Stage& stage) { return jwt(stage.second_secret, claims_of(vera)); }), "200", true},
        {"her own, once more from the same browser",
         [](Stage& stage, Person& somebody) {
             const Json body = arrival_with(jwt(stage.secret, claims_of(vera)));
             introduce(somebody, body);
             return introduce(somebody, body);
         },
         "200", true},
        {"her own, with another address", shows_signed([] { return with(claims_of(vera), "email", "vera@new.test"); }),
         "200", true},
        {"her own, made half a minute ahead", shows_signed([] { return with(claims_of(vera), "iat", in_seconds(25)); }),
         "200", true},
        {"her own, with the name of a key",
         shows_signed([] { return claims_of(vera); }, with(usual_header, "kid", "1")), "200", true},
        {"her own, with claims of no concern", shows_signed([] {
             return with(with(claims_of(vera), "iss", "shop"), "plan", Json{{"of", "gold"}});
         }),
         "200", true},
    };
    return rows;
}

const std::vector<Row>& rows_of_time_and_key() {
    static const std::vector<Row> rows{
        {"nothing", [](Stage&, Person& somebody) { return introduce(somebody, arrival()); }, "200"},
        {"signed by a wrong key", shows([](const Stage&) { return jwt(random_token(), claims_of(vera)); }),
         "403 identity_invalid"},
        {"signed by an empty key", shows([](const Stage&) { return jwt("", claims_of(vera)); }),
         "403 identity_invalid"},
        {"signed by a removed key",
         shows([](const Stage& stage) { return jwt(stage.removed_secret, claims_of(vera)); }), "403 identity_invalid"},
        {"an unknown key, by name",
         shows([](const Stage&) { return jwt(random_token(), claims_of(vera), with(usual_header, "kid", "x")); }),
         "403 identity_invalid"},
        {"signed by another site", shows([](const Stage& stage) { return jwt(stage.foreign_secret, claims_of(vera)); }),
         "403 identity_invalid"},
        {"another site's own, there",
         [](Stage& stage, Person&) {
             Person fresh = browser(stage.world);
             return introduce(fresh, arrival_with(jwt(stage.foreign_secret, claims_of(vera)), "elsewhere"));
         },
         "201"},
        {"of another user", shows_signed([] { return claims_of("otto"); }), "200"},
        {"expired", shows_signed([] { return with(claims_of(vera), "exp", in_seconds(-1)); }), "403 identity_expired"},
        {"expired long ago", shows_signed([] { return with(claims_of(vera), "exp", 0); }), "403 identity_expired"},
        {"not yet, by nbf", shows_signed([] { return with(claims_of(vera), "nbf", in_seconds(120)); }),
         "403 identity_invalid"},
        {"made in the future, by iat", shows_signed([] { return with(claims_of(vera), "iat", in_seconds(120)); }),
         "403 identity_invalid"},
        {"for longer than ten minutes", shows_signed([] { return with(claims_of(vera), "exp", in_seconds(660)); }),
         "403 identity_too_long"},
        {"for ever", shows_signed([] { return with(claims_of(vera), "exp", 999'999'999'999); }),
         "403 identity_too_long"},
        {"replayed: what she has used", shows([](const Stage& stage) { return stage.veras_jwt; }), "403 identity_used"},
        {"to her own browser, of another user",
         [](Stage& stage, Person&) {
             return introduce(stage.veras_browser, arrival_with(jwt(stage.secret, claims_of("mallory"))));
         },
         "409 another_customer"},
    };
    return rows;
}

const std::vector<Row>& rows_of_algorithms() {
    static const std::vector<Row> rows{
        {"alg none, not signed",
         shows([](const Stage&) { return header_and_claims(with(usual_header, "alg", "none")) + '.'; }),
         "403 identity_invalid"},
        {"alg none, signed all the same",
         shows_signed([] { return claims_of(vera); }, with(usual_header, "alg", "none")), "403 identity_invalid"},
        {"alg nOnE, not signed",
         shows([](const Stage&) { return header_and_claims(with(usual_header, "alg", "nOnE")) + '.'; }),
         "403 identity_invalid"},
        {"alg HS512, signed by it", shows([](const Stage& stage) {
             const std::string text = header_and_claims(with(usual_header, "alg", "HS512"));
             return text + '.' + base64url(hs512(text, stage.secret));
         }),
         "403 identity_invalid"},
        {"alg HS512, signed by HS256", shows_signed([] { return claims_of(vera); }, with(usual_header, "alg", "HS512")),
         "403 identity_invalid"},
        {"alg HS256, signed by HS512", shows([](const Stage& stage) {
             const std::string text = header_and_claims(usual_header);
             return text + '.' + base64url(hs512(text, stage.secret).substr(0, crypto_auth_hmacsha256_BYTES));
         }),
         "403 identity_invalid"},
        {"alg RS256", shows_signed([] { return claims_of(vera); }, with(usual_header, "alg", "RS256")),
         "403 identity_invalid"},
        {"alg hs256", shows_signed([] { return claims_of(vera); }, with(usual_header, "alg", "hs256")),
         "403 identity_invalid"},
        {"alg left out", shows_signed([] { return claims_of(vera); }, without(usual_header, "alg")),
         "403 identity_invalid"},
        {"two algs", shows([](const Stage& stage) {
             return jwt_of_texts(stage.secret, R"({"alg":"none","alg":"HS256"})", claims_of(vera).dump());
         }),
         "403 identity_invalid"},
        {"its key in its header", shows([](const Stage&) {
             const Json key{{"kty", "oct"}, {"k", base64url("mallory")}};
             return jwt("mallory", claims_of(vera), with(usual_header, "jwk", key));
         }),
         "403 identity_invalid"},
        {"something critical in its header",
         shows_signed([] { return claims_of(vera); }, with(usual_header, "crit", {"exp"})), "403 identity_invalid"},
    };
    return rows;
}

const std::vector<Row>& rows_of_shapes() {
    const auto bent = [](std::function<std::string(std::string)> bend) {
        return shows([bend = std::move(bend)](const Stage& stage) { return bend(jwt(stage.secret, claims_of(vera))); });
    };
    const auto claims_text = [](std::function<std::string()> text) {
        return shows([=](const Stage& stage) { return jwt_of_texts(stage.secret, usual_header.dump(), text()); });
    };
    const std::string no = "403 identity_invalid";
    static const std::vector<Row> rows{
        {"empty", shows([](const Stage&) { return ""; }), no},
        {"no token at all", shows([](const Stage&) { return "vera"; }), no},
        {"truncated by a letter", bent([](const std::string& text) { return text.substr(0, text.size() - 1); }), no},
        {"truncated to no signature", bent([](const std::string& text) { return text.substr(0, text.rfind('.') + 1); }),
         no},
        {"truncated to two parts", bent([](const std::string& text) { return text.substr(0, text.rfind('.')); }), no},
        {"with a fourth part", bent([](const std::string& text) { return text + ".x"; }), no},
        {"with padding", bent([](const std::string& text) { return text + '='; }), no},
        {"with a line break", bent([](const std::string& text) { return text + '\n'; }), no},
        {"with other last bits of the same bytes", bent([](std::string text) {
             constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
             text.back() = alphabet[alphabet.find(text.back()) + 1];
             return text;
         }),
         no},
        {"longer than it may be", shows_signed([] { return with(claims_of(vera), "x", std::string(7'000, 'x')); }),
         "400"},
        {"claims of two users", claims_text([] {
             const std::string text = with(claims_of("otto"), "z", 1).dump();
             return text.substr(0, text.size() - 1) + R"(,"sub":"vera"})";
         }),
         no},
        {"claims that are a list", claims_text([] { return Json::array({claims_of(vera)}).dump(); }), no},
        {"claims that are no JSON", claims_text([] { return claims_of(vera).dump() + '}'; }), no},
        {"claims that are no UTF-8", claims_text([] {
             return R"({"sub":"vera","jti":"j)"
                    "\xFF"
                    R"(","exp":)" +
                    std::to_string(in_seconds(60)) + '}';
         }),
         no},
        {"without sub", shows_signed([] { return without(claims_of(vera), "sub"); }), no},
        {"without jti", shows_signed([] { return without(claims_of(vera), "jti"); }), no},
        {"without exp", shows_signed([] { return without(claims_of(vera), "exp"); }), no},
        {"sub that is a list", shows_signed([] { return with(claims_of(vera), "sub", {"vera"}); }), no},
        {"sub that is empty", shows_signed([] { return with(claims_of(vera), "sub", ""); }), no},
        {"sub with a NUL", shows_signed([] { return with(claims_of(vera), "sub", std::string("vera\0x", 6)); }), no},
        {"jti that is too long", shows_signed([] { return with(claims_of(vera), "jti", std::string(256, 'j')); }), no},
        {"exp that is a text",
         shows_signed([] { return with(claims_of(vera), "exp", std::to_string(in_seconds(60))); }), no},
        {"exp with a fraction",
         shows_signed([] { return with(claims_of(vera), "exp", static_cast<double>(in_seconds(60)) + 0.5); }), no},
        {"exp below zero", shows_signed([] { return with(claims_of(vera), "exp", -1); }), no},
        {"exp beyond all numbers",
         shows_signed([] { return with(claims_of(vera), "exp", std::numeric_limits<std::uint64_t>::max()); }), no},
        {"for another audience", shows_signed([] { return with(claims_of(vera), "aud", "bank"); }), no},
        {"an e-mail that is none", shows_signed([] { return with(claims_of(vera), "email", "vera"); }), no},
    };
    return rows;
}

const std::vector<Row>& rows_of_names() {
    static const std::vector<Row> rows = [] {
        std::vector<Row> all{
            {"says her name", says("name", "Vera"), "200"},
            {"says attributes", says("attributes", {{"sub", "vera"}, {"verified", "true"}, {"email", email}}), "200"},
        };
        const std::vector<std::pair<std::string, std::string>> addresses{
            {"her address", email},
            {"it in capitals", "KIM.STRASSE@I.TEST"},
            {"it with a Kelvin sign", "\u212Aim.strasse@i.test"},
            {"it with ß for ss", "kim.straße@i.test"},
            {"it with İ for i", "kim.strasse@İ.test"},
            {"it with a full-width k", "\uFF4Bim.strasse@i.test"}};
        for (const auto& [what, address] : addresses) all.push_back({"says " + what, says("email", address), "200"});
        for (const auto& [what, address] : addresses)
            all.push_back({"signed as otto with " + what,
                           shows_signed([a = address] { return with(claims_of("otto " + a), "email", a); }), "200"});
        const std::vector<std::pair<std::string, std::string>> subjects{{"in capitals", "VERA"},
                                                                        {"with a blank", "vera "},
                                                                        {"with a Cyrillic a", "ver\u0430"},
                                                                        {"with an invisible", "vera\u200B"},
                                                                        {"in full width", "\uFF56era"},
                                                                        {"with an accent", "vera\u0301"}};
        for (const auto& [what, subject] : subjects)
            all.push_back({"signed as vera " + what, shows_signed([s = subject] { return claims_of(s); }), "200"});
        return all;
    }();
    return rows;
}

// The width of a text in a terminal, as far as these go: marks that stand on others take no room.
std::string padded(const std::string& text, std::size_t width) {
    const auto letters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0u) != 0x80u; }));
    return text + std::string(width > letters ? width - letters : 0, ' ');
}

struct Table {
    std::string text;
    int cells = 0;

    // What they got, where they may have it or not.
    std::string cell(bool got, bool may) {
        ++cells;
        CHECK(got == may);
        return got ? "yes" : "no";
    }
};

void play(const Row& row, Stage& stage, Table& table) {
    INFO(row.what);
    Person somebody = browser(stage.world);
    REQUIRE(introduce(somebody, arrival()).status == 201);
    const std::string own_chat = somebody.starts_chat("of somebody");
    const std::string answer = outcome_of(row.tries(stage, somebody));
    CHECK(answer == row.answer);
    const bool reads = somebody.get("/api/v1/conversations/" + stage.veras_chat).status == 200;
    CHECK(reads == has(own_chats(somebody), stage.veras_chat));
    const bool writes = somebody.send(stage.veras_chat, {step("receive", "of somebody")}).at("code") == "ok";
    const bool is_merged = has(own_chats(stage.veras_browser), own_chat);
    table.text += "  " + padded(row.what, 48) + padded(answer, 24) + padded(table.cell(reads, row.becomes_vera), 8) +
                  padded(table.cell(writes, row.becomes_vera), 8) + table.cell(is_merged, row.becomes_vera) + '\n';
}

}  // namespace

TEST_CASE("nobody reads, writes or merges as somebody whom the site did not vouch for") {
    Stage stage;
    stage.vera_writes();
    Table table;
    const std::vector<std::pair<std::string, const std::vector<Row>&>> parts{
        {"What makes somebody Vera", good_rows()},
        {"Time and keys", rows_of_time_and_key()},
        {"Algorithms", rows_of_algorithms()},
        {"Shapes", rows_of_shapes()},
        {"Names, addresses and subjects", rows_of_names()}};
    table.text = "Vera's site vouches for her. Somebody with a chat of their own shows this, and gets that.\n";
    for (const auto& [title, rows] : parts) {
        table.text += '\n' + padded(title, 50) + padded("answer", 24) + "reads   writes  merges\n";
        for (const Row& row : rows) play(row, stage, table);
    }
    const std::string cells = std::to_string(table.cells) + " cells";
    table.text += '\n' + cells + '\n';
    std::cout << "identity matrix: " << cells << " checked\n";
    wrapup::test::check_golden("identity.txt", table.text);
}

}  // namespace wrapup::server::test
