#include "tests/support/server_world.hpp"

namespace wrapup::server::test {

TEST_CASE("an agent who signs in gets a cookie that scripts and other sites cannot use") {
    World world;
    const Response login = world.nobody().post("/api/v1/login", {{"email", "Ana@Shop.test"}, {"password", password}});
    CHECK(login.status == 204);
    const std::string cookie = login.header("Set-Cookie");
    for (const char* part : {"wrapup_session=", "; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=2592000"}) {
        CAPTURE(part);
        CHECK(cookie.find(part) != std::string::npos);
    }
}

TEST_CASE("a wrong password and an unknown address get the same words for the same work") {
    World world;
    const auto attempt = [&](const char* email) {
        const auto before = world.service().passwords.verified();
        const Response response = world.nobody().post("/api/v1/login", {{"email", email}, {"password", "wrong"}});
        CHECK(response.status == 401);
        CHECK(response.header("Set-Cookie").empty());
        CHECK(world.service().passwords.verified() == before + 1);
        return response.text;
    };
    CHECK(attempt("ana@shop.test") == attempt("nobody@shop.test"));
}

TEST_CASE("who signs out is nobody again") {
    World world;
    Person ana = world.ana();
    CHECK(ana.get("/api/v1/me").status == 200);
    const Response logout = ana.post("/api/v1/logout", Json::object());
    CHECK(logout.status == 204);
    CHECK(logout.header("Set-Cookie").find("wrapup_session=;") == 0);
    CHECK(ana.get("/api/v1/me").status == 401);
}

TEST_CASE("a login ends by itself after thirty days, and after twelve hours without use") {
    const Folder folder;
    Time time{Milliseconds{1}};
    Service service(folder.file("w.db"), [&] { return time; });
    std::string token;
    {
        Writing writing(service.database);
        People(*writing).add_agent({{Role::agent, "ana", {}, {}}, "Ana", "ana@shop.test"}, "");
        token = open_login(*writing, "ana", time);
        writing.commit();
    }
    const auto is_somebody = [&] {
        const Reading reading(service.database);
        return principal_of({Proof::Of::login, token}, *reading, service.clock()).has_value();
    };
    const auto use = [&] {
        Writing writing(service.database);
        Logins(*writing).see(Logins(*writing).shown_as(token, time).value().id, time);
        writing.commit();
    };
    time += Logins::idle_max - Milliseconds{1};
    CHECK(is_somebody());
    for (use(); time < Time{Milliseconds{1}} + std::chrono::hours{30 * 24 - 12}; use()) time += std::chrono::hours{11};
    time = Time{Milliseconds{1}} + std::chrono::hours{30 * 24} - Milliseconds{1};
    CHECK(is_somebody());
    time += Milliseconds{1};
    CHECK_FALSE(is_somebody());
    {
        Writing writing(service.database);
        token = open_login(*writing, "ana", time);
        writing.commit();
    }
    time += Logins::idle_max;
    CHECK_FALSE(is_somebody());
}

TEST_CASE("no token is stored as it is") {
    World world;
    Person ana = world.ana();
    Person visitor = world.visitor();
    const std::string cookie = ana.headers().find("Cookie")->second;
    const std::string bearer = visitor.headers().find("Authorization")->second;
    Reading reading(world.service().database);
    Query query = (*reading).query("SELECT hex(token_hash) FROM logins UNION ALL SELECT hex(token_hash) FROM visitors");
    while (query.next()) {
        CHECK(query.text(0).size() == 64);
        CHECK(cookie.find(query.text(0)) == std::string::npos);
        CHECK(bearer.find(query.text(0)) == std::string::npos);
    }
}

TEST_CASE("a post by cookie without our header is refused, so that no other page can send it") {
    World world;
    const std::string cookie = world.ana().headers().find("Cookie")->second;
    Person tricked(world.port(), {{"Cookie", cookie}});
    CHECK(tricked.get("/api/v1/me").status == 200);
    for (const char* path : {"/api/v1/commands", "/api/v1/logout", "/api/v1/login"}) {
        CAPTURE(path);
        CHECK(tricked.post(path, Json::object()).status == 403);
    }
    CHECK(tricked.get("/api/v1/me").status == 200);
}

TEST_CASE("a body that is no login is refused by the name of its field") {
    World world;
    Person nobody = world.nobody();
    CHECK(nobody.post("/api/v1/login", {{"email", 1}, {"password", "x"}}).json().at("field") == "email");
    CHECK(nobody.post("/api/v1/login", {{"email", "x"}}).json().at("field") == "password");
    CHECK(nobody.post("/api/v1/login", {{"email", "x"}, {"password", "x"}, {"admin", true}}).json().at("field") ==
          "admin");
    CHECK(nobody.post("/api/v1/login", {{"email", "x"}, {"password", std::string(1'025, 'x')}}).status == 400);
    CHECK(nobody.post_text("/api/v1/login", "email=x").status == 400);
}

TEST_CASE("only the bearer of a whole token is somebody") {
    World world;
    const std::string bearer = world.visitor().headers().find("Authorization")->second;
    const std::string cookie = world.ana().headers().find("Cookie")->second;
    const auto status = [&](httplib::Headers headers) {
        return Person(world.port(), std::move(headers)).get("/api/v1/me").status;
    };
    CHECK(status({{"Authorization", bearer}}) == 200);
    CHECK(status({{"Cookie", "a=b; " + cookie + "; c=d"}}) == 200);
    CHECK(status({{"Authorization", bearer.substr(0, bearer.size() - 1)}}) == 401);
    CHECK(status({{"Authorization", "Basic " + bearer.substr(7)}}) == 401);
    CHECK(status({{"Authorization", "Bearer"}, {"Cookie", cookie}}) == 401);
    CHECK(status({{"Authorization", "Bearer " + cookie.substr(cookie.find('=') + 1)}}) == 401);
    CHECK(status({{"Cookie", "wrapup_session=" + bearer.substr(7)}}) == 401);
    CHECK(status({{"Cookie", "xwrapup_session" + cookie.substr(cookie.find('='))}}) == 401);
    CHECK(status({}) == 401);
}

}  // namespace wrapup::server::test
