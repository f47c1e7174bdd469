#include "tests/support/pictures.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* path = "/api/v1/sites/shop/logo";

Response bring(Person& person, const std::string& bytes) {
    return response_of(
        httplib::Client("127.0.0.1", person.port()).Post(path, person.headers(), bytes, "application/octet-stream"));
}

}  // namespace

TEST_CASE("a logo is brought by an admin, and served to everybody under an address that is its own") {
    World world;
    Person ida = hire_ida(world);
    CHECK(ida.get(path).json() == Json{{"logo", nullptr}});
    CHECK(world.nobody().get("/widget/logo?site=shop").status == 404);
    const Response brought = bring(ida, png(512, 512));
    REQUIRE(brought.status == 200);
    const std::string address = brought.json().at("logo");
    CHECK(address.rfind("/widget/logo?site=shop&v=", 0) == 0);
    CHECK(ida.get(path).json().at("logo") == address);
    CHECK(world.nobody().get("/api/v1/widget?site=shop").json().at("logo") == address);
    CHECK(deeds_for(ida).front() == "logo_changed");

    const Response logo = world.nobody().get(address);
    CHECK(logo.text == png(512, 512));
    CHECK(logo.header("Content-Type") == "image/png");
    CHECK(logo.header("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(logo.header("Content-Security-Policy") == "default-src 'none'; sandbox");
    CHECK(logo.header("X-Content-Type-Options") == "nosniff");

    const std::string next = bring(ida, gif(10, 10)).json().at("logo");
    CHECK(next != address);
    CHECK(world.nobody().get(address).header("Cache-Control") == "no-cache");
    CHECK(world.nobody().get(next).header("Content-Type") == "image/gif");

    CHECK(ida.post("/api/v1/sites/shop/logo/remove", Json::object()).json() == Json{{"logo", nullptr}});
    CHECK(deeds_for(ida).front() == "logo_removed");
    CHECK(world.nobody().get(next).status == 404);
    CHECK(world.nobody().get("/api/v1/widget?site=shop").json().at("logo").is_null());
}

TEST_CASE("a logo is a small picture, by its bytes") {
    World world;
    Person ida = hire_ida(world);
    const auto why_not = [&](const std::string& bytes) {
        const Response refused = bring(ida, bytes);
        CHECK(refused.status == 400);
        CHECK(refused.json().at("field") == "logo");
        return refused.json().at("detail").get<std::string>();
    };
    const std::string not_taken = "expected a PNG, JPEG, GIF or WebP";
    CHECK(why_not("") == not_taken);
    CHECK(why_not("<svg xmlns='http://www.w3.org/2000/svg'/>") == not_taken);
    CHECK(why_not("%PDF-1.7") == not_taken);
    CHECK(why_not(png(513, 1)) == "expected at most 512 by 512 pixels");
    CHECK(why_not(png(1, 513)) == "expected at most 512 by 512 pixels");
    const std::string small = png(1, 1);
    CHECK(why_not(small + std::string(64 * 1024 + 1 - small.size(), 'x')) == "expected at most 64 KiB");
    CHECK(bring(ida, small + std::string(64 * 1024 - small.size(), 'x')).status == 200);
    Person mia = world.mia();
    CHECK(bring(mia, small).status == 403);
}

}  // namespace wrapup::server::test
