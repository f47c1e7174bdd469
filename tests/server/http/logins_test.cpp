#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

constexpr std::chrono::seconds soon{2};

// Whether the stream ends in time. What else it tells until then does not matter.
bool ends_soon(StreamReader& stream) {
    const Ticks from = ticks();
    return stream.ends() && ticks() - from < soon;
}

Json logins_of(Person& person) { return person.get("/api/v1/me/logins").json().at("logins"); }

std::string other_login_of(Person& person) {
    const Json logins = logins_of(person);
    for (const Json& login : logins)
        if (!login.at("is_this").get<bool>()) return login.at("id");
    return {};
}

}  // namespace

TEST_CASE("agents see where they are signed in, and end one of those or all") {
    World world;
    Person here = world.ana(), there = world.ana(), sam = world.sam();
    const Json logins = logins_of(here);
    REQUIRE(logins.size() == 2);
    CHECK(logins.at(0).at("is_this").get<bool>() != logins.at(1).at("is_this").get<bool>());
    CHECK(logins.at(0).at("address") == "127.0.0.1");

    StreamReader stream(there, "");
    is_told(stream, "");
    const std::string other = other_login_of(here);
    CHECK(sam.post("/api/v1/me/logins/" + other + "/end", Json::object()).status == 404);
    CHECK(here.post("/api/v1/me/logins/" + other + "/end", Json::object()).status == 204);
    CHECK(ends_soon(stream));
    CHECK(there.get("/api/v1/me").status == 401);
    CHECK(here.post("/api/v1/me/logins/" + other + "/end", Json::object()).status == 404);

    Person again = world.ana();
    CHECK(here.post("/api/v1/me/logins/end", Json::object()).status == 204);
    CHECK(here.get("/api/v1/me").status == 401);
    CHECK(again.get("/api/v1/me").status == 401);
    CHECK(sam.get("/api/v1/me").status == 200);
}

TEST_CASE("whoever signs in again on the same browser has a new login, and the old one is ended") {
    World world;
    Person ana = world.ana();
    const Response again = ana.post("/api/v1/login", {{"email", "ana@shop.test"}, {"password", password}});
    REQUIRE(again.status == 204);
    CHECK(ana.get("/api/v1/me").status == 401);
    Person elsewhere = world.ana();
    CHECK(logins_of(elsewhere).size() == 2);
}

TEST_CASE("streams end within two seconds when somebody signs out, changes, or is disabled") {
    World world;
    Person ida = hire_ida(world);
    const auto ends_after = [&](const std::function<void(Person&)>& act) {
        Person ana = world.ana();
        StreamReader stream(ana, "");
        is_told(stream, "");
        act(ana);
        return ends_soon(stream);
    };
    const Json form{{"name", "Ana"}, {"role", "supervisor"}, {"sites", {"shop"}}};
    CHECK(ends_after([](Person& ana) { ana.post("/api/v1/logout", Json::object()); }));
    CHECK(ends_after([](Person& ana) { ana.post("/api/v1/me/logins/end", Json::object()); }));
    CHECK(ends_after([&](Person&) { CHECK(ida.post("/api/v1/agents/ana", form).status == 204); }));
    CHECK(ends_after([&](Person&) {
        CHECK(ida.post("/api/v1/agents/ana/disable", Json::object()).status == 204);
        CHECK(ida.post("/api/v1/agents/ana/enable", Json::object()).status == 204);
    }));
    CHECK(ends_after([&](Person&) { CHECK(ida.post("/api/v1/agents/ana/password", Json::object()).status == 200); }));
}

TEST_CASE("behind TLS the cookie is bound to this host, and no other name of it counts") {
    World world({}, "https://chat.test");
    const Response login = world.nobody().post("/api/v1/login", {{"email", "ana@shop.test"}, {"password", password}});
    const std::string cookie = login.header("Set-Cookie");
    CHECK(cookie.starts_with("__Host-wrapup_session="));
    CHECK(cookie.ends_with("; Secure"));
    CHECK(cookie.find("Domain") == std::string::npos);
    CHECK(world.ana().get("/api/v1/me").status == 200);
    const std::string plain = cookie.substr(std::string("__Host-").size(), cookie.find(';') - 7);
    CHECK(Person(world.port(), {{"Cookie", plain}}).get("/api/v1/me").status == 401);
}

TEST_CASE("what another site's page sends is refused, whatever Host says") {
    World world({}, "https://chat.test");
    Person ana = world.ana();
    const auto status = [&](httplib::Headers more) {
        more.insert(ana.headers().begin(), ana.headers().end());
        return Person(world.port(), more).post("/api/v1/me/name", {{"name", "Ana"}}).status;
    };
    CHECK(status({}) == 204);
    CHECK(status({{"Sec-Fetch-Site", "same-origin"}}) == 204);
    CHECK(status({{"Origin", "https://chat.test"}}) == 204);
    CHECK(status({{"Sec-Fetch-Site", "cross-site"}}) == 403);
    CHECK(status({{"Sec-Fetch-Site", "same-site"}}) == 403);
    CHECK(status({{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://chat.test"}}) == 403);
    CHECK(status({{"Origin", "https://evil.test"}, {"Host", "evil.test"}}) == 403);
    CHECK(status({{"Origin", "null"}}) == 403);
    CHECK(status({{"Origin", "http://chat.test"}}) == 403);
    const Json arrival{{"site", "shop"}, {"page", ""}, {"locale", ""}};
    Person foreign(world.port(), {{"Sec-Fetch-Site", "cross-site"}});
    CHECK(foreign.post("/api/v1/visitors", arrival).status == 403);
}

TEST_CASE("without a public address, the names of this machine are ours and no other") {
    World world;
    Person ana = world.ana();
    const auto status = [&](const std::string& origin) {
        httplib::Headers headers = ana.headers();
        headers.emplace("Origin", origin);
        return Person(world.port(), headers).post("/api/v1/me/name", {{"name", "Ana"}}).status;
    };
    const std::string port = ':' + std::to_string(world.port());
    CHECK(status("http://localhost" + port) == 204);
    CHECK(status("http://127.0.0.1" + port) == 204);
    CHECK(status("http://localhost:1") == 403);
    CHECK(status("http://192.0.2.1" + port) == 403);
}

}  // namespace wrapup::server::test
