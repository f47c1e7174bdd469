#include "server/store/second_factors.hpp"
#include "server/totp.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

Response login(World& world, const Json& code) {
    Json form{{"email", "ana@shop.test"}, {"password", password}};
    if (!code.is_null()) form["code"] = code;
    return world.nobody().post("/api/v1/login", form);
}

std::string secret_of(World& world, const char* column) {
    const Reading reading(world.service().database);
    Query query =
        (*reading).query(column == std::string("secret") ? "SELECT secret FROM second_factors WHERE agent = 'ana'"
                                                         : "SELECT proposed FROM second_factors WHERE agent = 'ana'");
    return query.next() ? query.text(0) : "";
}

std::string code_now(World& world, const char* column, std::int64_t off = 0) {
    return totp::code_at(secret_of(world, column), totp::step_at(now()) + off);
}

// Ana puts it on. Returns her recovery codes.
std::vector<std::string> put_on(World& world, Person& ana) {
    const Response proposed = ana.post("/api/v1/me/second-factor", {{"current", password}});
    REQUIRE(proposed.status == 200);
    CHECK(proposed.json().at("secret") == totp::base32(secret_of(world, "proposed")));
    CHECK(login(world, nullptr).status == 204);
    CHECK(ana.post("/api/v1/me/second-factor/confirm", {{"code", "000000x"}}).status == 403);
    const Response confirmed =
        ana.post("/api/v1/me/second-factor/confirm", {{"code", code_now(world, "proposed", -1)}});
    REQUIRE(confirmed.status == 200);
    return confirmed.json().at("recovery_codes");
}

}  // namespace

TEST_CASE("who has a second factor signs in with a code of it, each of them once") {
    World world;
    Person ana = world.ana();
    CHECK(ana.post("/api/v1/me/second-factor", {{"current", "wrong"}}).status == 403);
    put_on(world, ana);
    const Response needed = login(world, nullptr);
    CHECK((needed.status == 401 && needed.json().at("field") == "code" && needed.header("Set-Cookie").empty()));
    CHECK(login(world, "000000x").status == 403);
    CHECK(login(world, code_now(world, "secret", -1)).status == 403);  // It was shown when it was put on.
    const std::string code = code_now(world, "secret");
    CHECK(login(world, code).status == 204);
    CHECK(login(world, code).status == 403);
    CHECK(
        world.nobody().post("/api/v1/login", {{"email", "ana@shop.test"}, {"password", "x"}, {"code", code}}).json() ==
        world.nobody().post("/api/v1/login", {{"email", "ana@shop.test"}, {"password", "x"}}).json());
    const Response state = ana.get("/api/v1/me/second-factor");
    CHECK(state.json() == Json{{"is_on", true}, {"recovery_codes", SecondFactors::recovery_codes}});
    CHECK(ana.post("/api/v1/me/second-factor/off", {{"current", "wrong"}}).status == 403);
    CHECK(ana.post("/api/v1/me/second-factor/off", {{"current", password}}).status == 204);
    CHECK(login(world, nullptr).status == 204);
}

TEST_CASE("a recovery code opens once, however it is typed, and is stored as a hash") {
    World world;
    Person ana = world.ana();
    const auto codes = put_on(world, ana);
    REQUIRE(codes.size() == SecondFactors::recovery_codes);
    std::string typed = codes.front();
    for (char& c : typed) c = c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    CHECK(login(world, typed).status == 204);
    CHECK(login(world, codes.front()).status == 403);
    CHECK(login(world, codes.back()).status == 204);
    const Reading reading(world.service().database);
    Query query = (*reading).query("SELECT hex(code_hash) FROM recovery_codes");
    while (query.next()) CHECK(query.text(0).size() == 64);
}

TEST_CASE("an admin takes a lost second factor off, and a link for the password does not stand for it") {
    World world;
    Person ida = hire_ida(world);
    Person ana = world.ana();
    put_on(world, ana);
    const std::string secret = ida.post("/api/v1/agents/ana/password", Json::object()).json().at("secret");
    const Response used = world.nobody().post("/api/v1/links/use", {{"secret", secret}, {"password", password}});
    CHECK((used.status == 204 && used.header("Set-Cookie").empty()));
    CHECK(login(world, nullptr).status == 401);
    CHECK(ida.post("/api/v1/agents/ana/second-factor/off", Json::object()).status == 204);
    CHECK(login(world, nullptr).status == 204);
}

TEST_CASE("codes are guessed no faster than passwords") {
    Connections::Limits limits;
    limits.logins_per_account_max = 3;
    World world(limits);
    Person ana = world.ana();
    put_on(world, ana);
    for (int i = 0; i < 3; ++i) CHECK(login(world, "00000" + std::to_string(i) + "x").status == 403);
    CHECK(login(world, code_now(world, "secret")).status == 429);
}

}  // namespace wrapup::server::test
