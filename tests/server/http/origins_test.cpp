#include "server/http/origins.hpp"

#include "server/json.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

// As it is kept, or why it is not.
std::string kept(const std::string& text) {
    try {
        return origin_from(text);
    } catch (const Malformed& malformed) {
        CHECK(malformed.field == "origins");
        return std::string(malformed.what()).starts_with("expected names in other letters") ? "other letters" : "no";
    }
}

}  // namespace

TEST_CASE("an origin is taken apart and written anew, or refused") {
    struct Row {
        std::string typed, kept;
    };
    const std::string label(63, 'a');
    for (const Row& row : {
             // As it is.
             Row{"https://www.example.com", "https://www.example.com"},
             Row{"http://localhost", "http://localhost"},
             Row{"http://localhost:8080", "http://localhost:8080"},
             Row{"https://a-b.x1.example", "https://a-b.x1.example"},
             Row{"https://xn--bcher-kva.example", "https://xn--bcher-kva.example"},
             Row{"https://" + label + ".example", "https://" + label + ".example"},
             // Written anew.
             Row{"HTTPS://WWW.Example.COM", "https://www.example.com"},
             Row{"https://example.com/", "https://example.com"},
             Row{"https://example.com:443", "https://example.com"},
             Row{"https://example.com:443/", "https://example.com"},
             Row{"http://example.com:80", "http://example.com"},
             Row{"http://example.com:443", "http://example.com:443"},
             Row{"https://example.com:0443", "https://example.com"},
             Row{"https://example.com:65535", "https://example.com:65535"},
             // Addresses.
             Row{"http://127.0.0.1:3000", "http://127.0.0.1:3000"},
             Row{"http://[::1]:3000", "http://[::1]:3000"},
             Row{"http://[2001:DB8:0:0:1:0:0:1]", "http://[2001:db8::1:0:0:1]"},
             Row{"http://[0:0:0:0:0:0:0:0]", "http://[::]"},
             Row{"http://[1:0:2:0:0:0:3:0]", "http://[1:0:2::3:0]"},
             Row{"http://[1:0:2:3:4:5:6:7]", "http://[1:0:2:3:4:5:6:7]"},
             Row{"http://[1:2:3:4:5:6:0:0]", "http://[1:2:3:4:5:6::]"},
             Row{"http://[::ffff:1.2.3.4]", "http://[::ffff:102:304]"},
             Row{"http://127.1", "no"},
             Row{"http://0x7f000001", "no"},
             Row{"http://127.0.0.01", "no"},
             Row{"http://1.2.3.256", "no"},
             Row{"http://2130706433", "no"},
             Row{"http://[::1", "no"},
             Row{"http://[]", "no"},
             Row{"http://[::1%25lo]", "no"},
             Row{"http://[fe80::1%lo]", "no"},
             Row{"http://::1", "no"},
             Row{"http://[::1]x", "no"},
             // Other letters.
             Row{"https://bücher.example", "other letters"},
             Row{"https://\u0430pple.com", "other letters"},
             Row{"https://\u212Aim.example", "other letters"},
             Row{"https://example.com\u3002", "other letters"},
             // Nothing that a header, or a policy in it, would take for something else.
             Row{"https://a; script-src *", "no"},
             Row{"https://a;script-src", "no"},
             Row{"https://a, https://b", "no"},
             Row{"https://a https://b", "no"},
             Row{"https://*", "no"},
             Row{"https://*.example.com", "no"},
             Row{"https://example.*", "no"},
             Row{"*", "no"},
             Row{"'self'", "no"},
             Row{"https:", "no"},
             Row{"https://", "no"},
             Row{"https:///", "no"},
             Row{"https://a\r\nSet-Cookie: x", "no"},
             Row{"https://a\n", "no"},
             Row{"https://a\t", "no"},
             Row{" https://a", "no"},
             Row{"https://a ", "no"},
             Row{std::string("https://a\0", 10), "no"},
             Row{std::string("https://a\0.example", 18), "no"},
             Row{"https://a\x7F", "no"},
             // More or less than an origin.
             Row{"", "no"},
             Row{"null", "no"},
             Row{"example.com", "no"},
             Row{"//example.com", "no"},
             Row{"ftp://example.com", "no"},
             Row{"javascript://example.com", "no"},
             Row{"https:/example.com", "no"},
             Row{"https:\\\\example.com", "no"},
             Row{"https://example.com\\", "no"},
             Row{"https://user@example.com", "no"},
             Row{"https://user:secret@example.com", "no"},
             Row{"https://@example.com", "no"},
             Row{"https://example.com/shop", "no"},
             Row{"https://example.com//", "no"},
             Row{"https://example.com?x", "no"},
             Row{"https://example.com/?x", "no"},
             Row{"https://example.com#x", "no"},
             Row{"https://example.com:", "no"},
             Row{"https://example.com:0", "no"},
             Row{"https://example.com:65536", "no"},
             Row{"https://example.com:-1", "no"},
             Row{"https://example.com:+1", "no"},
             Row{"https://example.com: 1", "no"},
             Row{"https://example.com:80a", "no"},
             Row{"https://example.com:80:80", "no"},
             Row{"https://example..com", "no"},
             Row{"https://.example.com", "no"},
             Row{"https://example.com.", "no"},
             Row{"https://-a.example", "no"},
             Row{"https://a-.example", "no"},
             Row{"https://a_b.example", "no"},
             Row{"https://a%2eexample", "no"},
             Row{"https://" + label + "a.example", "no"},
             Row{"https://" + label + '.' + label + '.' + label + '.' + label, "no"},
         }) {
        CAPTURE(row.typed);
        CHECK(kept(row.typed) == row.kept);
        if (row.kept.starts_with("http")) CHECK(kept(row.kept) == row.kept);
    }
}

TEST_CASE("origins are kept in their order, each once, and twenty at most") {
    CHECK(origins_from({"https://b.test", "https://A.test/", "https://b.test:443"}) ==
          std::vector<std::string>{"https://b.test", "https://a.test"});
    CHECK_NOTHROW(origins_from(std::vector<std::string>(20, "https://a.test")));
    CHECK_THROWS_AS(origins_from(std::vector<std::string>(21, "https://a.test")), Malformed);
}

TEST_CASE("a site is kept with its origins as browsers write them, and refused with any that is none") {
    World world;
    Person ida = hire_ida(world);
    const auto put = [&](const std::string& origin) {
        return ida.post("/api/v1/sites/shop", {{"name", "Shop"}, {"origins", {origin}}});
    };
    CHECK(put("HTTPS://Shop.Test:443/").json().at("origins") == Json{"https://shop.test"});
    const Response refused = put("https://a; script-src *");
    CHECK(refused.status == 400);
    CHECK(refused.json().at("field") == "origins");
    CHECK(put("https://bücher.test").json().at("detail").get<std::string>().find("xn--") != std::string::npos);
    CHECK(world.nobody()
              .get("/widget/frame?site=shop")
              .header("Content-Security-Policy")
              .find("frame-ancestors https://shop.test") != std::string::npos);
}

}  // namespace wrapup::server::test
