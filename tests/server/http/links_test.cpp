#include "server/store/links.hpp"

#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

constexpr const char* chosen = "a good long one";

Json new_agent(const char* email) {
    return {{"name", "Nils"}, {"email", email}, {"role", "agent"}, {"sites", {"shop"}}};
}

Response look_at(World& world, const std::string& secret) {
    return world.nobody().post("/api/v1/links/look", {{"secret", secret}});
}
Response use(World& world, const std::string& secret, const char* with = chosen) {
    return world.nobody().post("/api/v1/links/use", {{"secret", secret}, {"password", with}});
}
int login_status(World& world, const std::string& email, const std::string& with) {
    return world.nobody().post("/api/v1/login", {{"email", email}, {"password", with}}).status;
}

}  // namespace

TEST_CASE("who is invited chooses a password by a link that is told once, and is in") {
    World world;
    Person ida = hire_ida(world);
    const Response added = ida.post("/api/v1/agents", new_agent("nils@shop.test"));
    REQUIRE(added.status == 201);
    const std::string secret = added.json().at("secret");
    CHECK(is_token(secret));
    CHECK(login_status(world, "nils@shop.test", "") == 401);
    CHECK(look_at(world, secret).json() == Json{{"kind", "invitation"}, {"name", "Nils"}, {"email", "nils@shop.test"}});
    CHECK(use(world, secret, "short").json().at("field") == "password");
    CHECK(use(world, secret, "password123").json().at("field") == "password");
    const Response used = use(world, secret);
    CHECK(used.status == 204);
    const std::string cookie = used.header("Set-Cookie");
    Person nils(world.port(), {{"Cookie", cookie.substr(0, cookie.find(';'))}});
    CHECK(nils.me().at("name") == "Nils");
    CHECK(login_status(world, "nils@shop.test", chosen) == 204);
    CHECK(look_at(world, secret).status == 404);
    CHECK(use(world, secret).status == 404);
    CHECK(use(world, random_token()).status == 404);
    const Reading reading(world.service().database);
    CHECK_FALSE((*reading).query("SELECT 1 FROM links").next());
}

TEST_CASE("a new link ends the password of before, its sessions, and the link of before") {
    World world;
    Person ida = hire_ida(world);
    Person ana = world.ana();
    const auto new_link = [&] {
        return ida.post("/api/v1/agents/ana/password", Json::object()).json().at("secret").get<std::string>();
    };
    const std::string first = new_link(), second = new_link();
    CHECK(ana.get("/api/v1/me").status == 401);
    CHECK(login_status(world, "ana@shop.test", password) == 401);
    CHECK(use(world, first).status == 404);
    CHECK(look_at(world, second).json().at("kind") == "reset");
    CHECK(ida.post("/api/v1/agents/ana/disable", Json::object()).status == 204);
    CHECK(use(world, second).status == 404);
    CHECK(ida.post("/api/v1/agents/ana/enable", Json::object()).status == 204);
    const std::string third = new_link();
    CHECK(use(world, third).status == 204);
    CHECK(login_status(world, "ana@shop.test", chosen) == 204);
}

TEST_CASE("nobody gets into another site by a link for somebody who is on both") {
    World world;
    Person ida = hire_ida(world);
    {
        Writing writing(world.service().database);
        People(*writing).put_duties({"ben"}, Role::agent, {{"elsewhere"}, {"shop"}});
        writing.commit();
    }
    for (const char* what : {"password", "second-factor/off"})
        CHECK(ida.post(std::string("/api/v1/agents/ben/") + what, Json::object()).status == 403);
    CHECK(login_status(world, "ben@shop.test", password) == 204);
}

TEST_CASE("a link is used once, however many use it at the same moment") {
    World world;
    Person ida = hire_ida(world);
    const std::string secret = ida.post("/api/v1/agents", new_agent("nils@shop.test")).json().at("secret");
    std::atomic<int> used = 0;
    std::vector<std::thread> crowd;
    for (int i = 0; i < 4; ++i) crowd.emplace_back([&] { used += use(world, secret).status == 204; });
    for (std::thread& one : crowd) one.join();
    CHECK(used.load() == 1);
}

TEST_CASE("links are stored as hashes, and end by themselves") {
    const Folder folder;
    Database database(folder.file("w.db"));
    Writing writing(database);
    Links links(*writing);
    const Time opened{Milliseconds{1'000}};
    const std::string secret = links.open({Link::Kind::setup, {}}, opened);
    CHECK(links.shown_as(secret, opened));
    CHECK(links.shown_as(secret, opened + Link::setup_lasts - Milliseconds{1}));
    CHECK_FALSE(links.shown_as(secret, opened + Link::setup_lasts));
    Query query = (*writing).query("SELECT 1 FROM links WHERE CAST(token_hash AS TEXT) = ?", secret);
    CHECK_FALSE(query.next());
}

TEST_CASE("an empty installation is set up by its link, and only while it is empty") {
    World world;
    const auto open_setup = [&] {
        Writing writing(world.service().database);
        const std::string secret = Links(*writing).open({Link::Kind::setup, {}}, now());
        writing.commit();
        return secret;
    };
    CHECK(look_at(world, open_setup()).status == 404);
    {
        Writing writing(world.service().database);
        (*writing).run("DELETE FROM logins");
        (*writing).run("DELETE FROM agent_sites");
        (*writing).run("DELETE FROM agents");
        writing.commit();
    }
    const std::string secret = open_setup();
    CHECK(look_at(world, secret).json().at("kind") == "setup");
    Json form{{"secret", secret}, {"password", chosen}, {"name", "Kim"}, {"email", "kim@bakery.test"}};
    CHECK(world.nobody().post("/api/v1/links/use", form).json().at("field") == "site");
    form["site"] = "Bakery";
    CHECK(world.nobody().post("/api/v1/links/use", form).status == 204);
    CHECK(world.nobody().post("/api/v1/links/use", form).status == 404);
    const Response login = world.nobody().post("/api/v1/login", {{"email", "kim@bakery.test"}, {"password", chosen}});
    REQUIRE(login.status == 204);
    const std::string cookie = login.header("Set-Cookie");
    Person kim(world.port(), {{"Cookie", cookie.substr(0, cookie.find(';'))}});
    CHECK(kim.me().at("actor").at("role") == "admin");
    CHECK(kim.get("/api/v1/sites").json().at("sites").at(0).at("name") == "Bakery");
}

}  // namespace wrapup::server::test
