#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

Json ahead(Person& visitor, const std::string& chat) {
    const Response response = visitor.get("/api/v1/conversations/" + chat + "/queue");
    REQUIRE(response.status == 200);
    return response.json().at("ahead");
}

}  // namespace

TEST_CASE("a visitor hears how many chats of the site wait before theirs") {
    World world;
    Person vera = world.visitor(), walt = world.visitor(), wim = world.visitor(), sid = world.visitor("elsewhere");
    Person ana = world.ana();
    sid.starts_chat("hello", "elsewhere");
    const std::string first = vera.starts_chat("hello"), second = walt.starts_chat("hello");
    const std::string third = wim.starts_chat("hello");
    CHECK(ahead(vera, first) == 0);
    CHECK(ahead(walt, second) == 1);
    CHECK(ahead(wim, third) == 2);

    ana.must(first, {step("claim")});
    CHECK(ahead(vera, first).is_null());
    CHECK(ahead(walt, second) == 0);
    CHECK(ahead(wim, third) == 1);
    walt.must(second, {end_if_active()});
    ana.must(second, {step("claim"), step("no_reply_needed"), step("close")});
    CHECK(ahead(walt, second).is_null());
    CHECK(ahead(wim, third) == 0);
}

TEST_CASE("where a chat stands is nobody's business but its visitor's") {
    World world;
    Person vera = world.visitor(), walt = world.visitor();
    Person ana = world.ana();
    const std::string chat = vera.starts_chat("hello"), path = "/api/v1/conversations/" + chat + "/queue";
    CHECK(walt.get(path).status == 404);
    CHECK(vera.get("/api/v1/conversations/" + random_id() + "/queue").status == 404);
    CHECK(ana.get(path).status == 403);
    CHECK(world.nobody().get(path).status == 401);
}

}  // namespace wrapup::server::test
