#include "server/store/audit.hpp"
#include "tests/support/server_settings.hpp"

namespace wrapup::server::test {
namespace {

Json new_agent(const char* email, const Json& sites = {"shop"}) {
    return {{"name", "Nils"}, {"email", email}, {"role", "agent"}, {"sites", sites}};
}

std::vector<std::string> emails_for(Person& person) {
    std::vector<std::string> emails;
    const Json body = person.get("/api/v1/agents").json();
    for (const Json& agent : body.at("agents")) emails.push_back(agent.at("email"));
    return emails;
}

int login_status(World& world, const std::string& email, const std::string& with) {
    return world.nobody().post("/api/v1/login", {{"email", email}, {"password", with}}).status;
}

Json policy_of(Person& person) { return person.get("/api/v1/policy").json(); }

}  // namespace

TEST_CASE("the settings of the house are for admins, who send our header along") {
    World world;
    Person ida = hire_ida(world);
    Person tricked(world.port(), {{"Cookie", ida.headers().find("Cookie")->second}});
    Person mia = world.mia();
    for (const char* path : {"/api/v1/agents", "/api/v1/sites", "/api/v1/policy", "/api/v1/audit"}) {
        CAPTURE(path);
        CHECK(ida.get(path).status == 200);
        CHECK(mia.get(path).status == 403);
        CHECK(world.visitor().get(path).status == 403);
        CHECK(world.nobody().get(path).status == 401);
    }
    for (const char* path :
         {"/api/v1/agents", "/api/v1/agents/ana", "/api/v1/agents/ana/disable", "/api/v1/agents/ana/enable",
          "/api/v1/agents/ana/password", "/api/v1/sites", "/api/v1/sites/shop", "/api/v1/policy",
          "/api/v1/policy/preview", "/api/v1/topics", "/api/v1/topics/refund"}) {
        CAPTURE(path);
        CHECK(mia.post(path, Json::object()).status == 403);
        CHECK(world.nobody().post(path, Json::object()).status == 401);
        CHECK(tricked.post(path, Json::object()).status == 403);
    }
    for (const char* path : {"/api/v1/me/name", "/api/v1/me/password"}) {
        CHECK(world.visitor().post(path, Json::object()).status == 403);
        CHECK(tricked.post(path, Json::object()).status == 403);
    }
}

TEST_CASE("an agent is added with what is right for one, and to sites of the admin's own") {
    World world;
    Person ida = hire_ida(world);
    const Response added = ida.post("/api/v1/agents", new_agent("nils@shop.test"));
    REQUIRE(added.status == 201);
    CHECK(ida.get("/api/v1/agents").text.find(added.json().at("secret").get<std::string>()) == std::string::npos);
    CHECK(ida.post("/api/v1/agents", new_agent("NILS@shop.test")).json().at("field") == "email");
    CHECK(ida.post("/api/v1/agents", new_agent("no address")).status == 400);
    CHECK(ida.post("/api/v1/agents", new_agent("kim@shop.test", Json::array())).status == 400);
    CHECK(ida.post("/api/v1/agents", new_agent("kim@shop.test", {"elsewhere"})).status == 404);
    Json customer = new_agent("kim@shop.test");
    customer["role"] = "customer";
    CHECK(ida.post("/api/v1/agents", customer).json().at("field") == "role");
}

TEST_CASE("who is disabled is out at once: sessions, streams, new logins and assignments") {
    World world;
    Person ida = hire_ida(world);
    Person ana = world.ana();
    StreamReader stream(ana, "");
    is_told(stream, "");
    Person vera = world.visitor();
    const std::string chat = vera.starts_chat("Hello");
    CHECK(ida.post("/api/v1/agents/ana/disable", Json::object()).status == 204);
    CHECK(stream.ends());
    CHECK(ana.get("/api/v1/me").status == 401);
    CHECK(login_status(world, "ana@shop.test", password) == 401);
    CHECK(world.mia().send(chat, {{{"type", "assign"}, {"agent", "ana"}}}).at("code") == "unknown_agent");

    CHECK(ida.post("/api/v1/agents/ana/enable", Json::object()).status == 204);
    CHECK(login_status(world, "ana@shop.test", password) == 204);
    CHECK(ida.post("/api/v1/agents/ida/disable", Json::object()).status == 409);
}

TEST_CASE("agents and sites of others are not there, and a foreign site stays with whoever has it") {
    World world;
    Person ida = hire_ida(world);
    CHECK(emails_for(ida) ==
          std::vector<std::string>{"ana@shop.test", "ben@shop.test", "ida@shop.test", "mia@shop.test"});
    const Json form{{"name", "Sam"}, {"role", "agent"}, {"sites", {"shop"}}};
    CHECK(ida.post("/api/v1/agents/sam", form).status == 404);
    CHECK(ida.post("/api/v1/agents/sam/disable", Json::object()).status == 404);
    CHECK(ida.post("/api/v1/agents/sam/password", Json::object()).status == 404);
    CHECK(ida.post("/api/v1/sites/elsewhere", {{"name", "Mine"}, {"origins", Json::array()}}).status == 404);
    {
        Writing writing(world.service().database);
        People(*writing).put_duties({"ben"}, Role::agent, {{"elsewhere"}, {"shop"}});
        writing.commit();
    }
    CHECK(ida.post("/api/v1/agents/ben", {{"name", "Benno"}, {"role", "supervisor"}, {"sites", {"shop"}}}).status ==
          204);
    const Reading reading(world.service().database);
    const auto ben = People(*reading).agent({"ben"});
    CHECK((ben->name == "Benno" && ben->actor.role == Role::supervisor && ben->actor.sites.size() == 2));
}

TEST_CASE("an admin says how many conversations somebody takes at once") {
    World world;
    Person ida = hire_ida(world);
    const auto put = [&](const Json& capacity) {
        return ida.post("/api/v1/agents/ben",
                        {{"name", "Ben"}, {"role", "agent"}, {"sites", {"shop"}}, {"capacity", capacity}});
    };
    const auto bens = [&] {
        const Reading reading(world.service().database);
        return People(*reading).agent({"ben"})->actor.capacity;
    };
    CHECK(bens() == default_capacity);
    CHECK(put({{"voice", 0}, {"messaging", 3}, {"mail", nullptr}}).status == 204);
    const Capacity three{{0u, 3u, std::nullopt}};
    CHECK(bens() == three);
    for (const Json& agent : ida.get("/api/v1/agents").json().at("agents"))
        if (agent.at("id") == "ben") CHECK(agent.at("capacity") == encode(three));
    CHECK(put({{"voice", 0}, {"messaging", 1'001}, {"mail", nullptr}}).json().at("field") == "capacity");
    CHECK(put({{"voice", 0}, {"messaging", -1}, {"mail", nullptr}}).status == 400);
    CHECK(ida.post("/api/v1/agents/ben", {{"name", "Ben"}, {"role", "agent"}, {"sites", {"shop"}}}).status == 204);
    CHECK(bens() == three);
}

TEST_CASE("a new password needs the current one, and ends every other session") {
    World world;
    Person here = world.ana();
    Person elsewhere = world.ana();
    const auto change = [&](const char* current, const char* next) {
        return here.post("/api/v1/me/password", {{"current", current}, {"password", next}});
    };
    CHECK(change("wrong", "a good long one").json().at("field") == "current");
    CHECK(change(password, "short").json().at("field") == "password");
    CHECK(elsewhere.get("/api/v1/me").status == 200);
    CHECK(change(password, "a good long one").status == 204);
    CHECK(here.get("/api/v1/me").status == 200);
    CHECK(elsewhere.get("/api/v1/me").status == 401);
    CHECK(login_status(world, "ana@shop.test", password) == 401);
    CHECK(login_status(world, "ana@shop.test", "a good long one") == 204);
}

TEST_CASE("a new name is told to colleagues at once") {
    World world;
    Person ana = world.ana();
    Person ben = world.ben();
    StreamReader stream(ben, "");
    is_told(stream, "");
    CHECK(ana.post("/api/v1/me/name", {{"name", "Ana Maria"}}).status == 204);
    is_told(stream, "Ana Maria");
    CHECK(ana.me().at("name") == "Ana Maria");
    CHECK(ana.post("/api/v1/me/name", {{"name", "a\nb"}}).status == 400);
}

TEST_CASE("a new site belongs to its admin, and may be embedded where its addresses say") {
    World world;
    Person ida = hire_ida(world);
    const Response added =
        ida.post("/api/v1/sites", {{"name", "Bakery"}, {"origins", {"https://bakery.test", "http://localhost:8080"}}});
    REQUIRE(added.status == 201);
    const std::string id = added.json().at("id");
    CHECK(ida.me().at("sites").size() == 2);
    CHECK(world.nobody()
              .get("/widget/frame?site=" + id)
              .header("Content-Security-Policy")
              .find("frame-ancestors https://bakery.test http://localhost:8080") != std::string::npos);
    for (const char* bad : {"bakery.test", "https://", "https://a.test/path", "https://a.test; script-src *",
                            "ftp://a.test", "https://*"}) {
        CAPTURE(bad);
        CHECK(ida.post("/api/v1/sites/" + id, {{"name", "Bakery"}, {"origins", {bad}}}).json().at("field") ==
              "origins");
    }
}

TEST_CASE("another policy is in force at once, and everybody is told") {
    World world;
    Person ida = hire_ida(world);
    Person vera = world.visitor();
    StreamReader stream(vera, "");
    is_told(stream, "");
    Person ana = world.ana();
    const std::string chat = vera.starts_chat("Hello");
    ana.must(chat, {step("claim"), step("reply", "Hi"), end_if_active(), step("close")});
    CHECK(vera.send(chat, {step("receive", "One more thing")}).at("code") == "locked");

    Json stored = policy_of(ida);
    stored["policy"]["reopen"]["chat"] = {{"mode", "always"}, {"window_ms", 0}};
    const Json form{{"version", stored.at("version")}, {"policy", stored.at("policy")}};
    const Response changed = ida.post("/api/v1/policy", form);
    REQUIRE(changed.status == 200);
    CHECK(changed.json().at("version") == stored.at("version").get<int>() + 1);
    is_told(stream, "\"always\"");
    vera.must(chat, {step("receive", "One more thing")});
    CHECK(ida.post("/api/v1/policy", form).status == 409);

    Json wrong = form;
    wrong["policy"]["idle_end_ms"] = -1;
    CHECK(ida.post("/api/v1/policy", wrong).json().at("field") == "idle_end_ms");
    wrong["policy"].erase("routing");
    CHECK(ida.post("/api/v1/policy", wrong).status == 400);
}

TEST_CASE("what is due when follows the policy in force") {
    World world;
    Person ida = hire_ida(world);
    Person vera = world.visitor();
    const std::string chat = vera.starts_chat("Hello");
    const auto due_in_ms = [&] {
        const Reading reading(world.service().database);
        Query query = (*reading).query("SELECT due_at - started_at FROM inbox WHERE conversation = ?", chat);
        query.next();
        return query.integer(0);
    };
    CHECK(due_in_ms() == minute_ms);
    Json stored = policy_of(ida);
    stored["policy"]["respond"]["chat"]["first_ms"] = 5 * minute_ms;
    REQUIRE(ida.post("/api/v1/policy", {{"version", stored.at("version")}, {"policy", stored.at("policy")}}).status ==
            200);
    CHECK(due_in_ms() == 5 * minute_ms);
}

TEST_CASE("the preview reads, and says how often things would have happened") {
    World world;
    Person ida = hire_ida(world);
    Person ana = world.ana();
    Person vera = world.visitor();
    const std::string chat = vera.starts_chat("Hello");
    ana.must(chat, {step("claim"), step("reply", "Hi"), end_if_active(), step("close")});
    Json stored = policy_of(ida);
    stored["policy"]["topics"] = {"refund"};
    stored["policy"]["required_topics"] = {"refund"};
    const auto before = world.position();
    const Json told = ida.post("/api/v1/policy/preview", {{"version", 0}, {"policy", stored.at("policy")}}).json();
    CHECK(told.at("conversations") == 1);
    CHECK((told.at("now").at("held_up") == 0 && told.at("then").at("held_up") == 1));
    CHECK(world.position() == before);
    CHECK(policy_of(ida).at("version") == 0);
}

TEST_CASE("the audit tells who did what, page by page, and cannot be changed") {
    World world;
    Person ida = hire_ida(world);
    ida.post("/api/v1/agents/ana/disable", Json::object());
    ida.post("/api/v1/agents/ana/enable", Json::object());
    CHECK(deeds_for(ida) == std::vector<std::string>{"agent_enabled", "agent_disabled", "signed_in"});
    CHECK(ida.get("/api/v1/audit").json().at("entries").at(0).at("detail").at("agent") == "ana@shop.test");
    {
        Writing writing(world.service().database);
        for (std::size_t i = 0; i < Audit::page_rows_max; ++i) Audit(*writing).note({}, "ida", Deed::signed_in);
        writing.commit();
    }
    const Json page = ida.get("/api/v1/audit").json();
    CHECK(page.at("entries").size() == Audit::page_rows_max);
    const Json rest = ida.get("/api/v1/audit?before=" + page.at("next").dump()).json();
    CHECK((rest.at("entries").size() == 3 && rest.at("next").is_null()));
    CHECK(ida.get("/api/v1/audit?before=x").status == 400);
    Writing writing(world.service().database);
    CHECK_THROWS((*writing).run("UPDATE audit SET who = 'ben'"));
    CHECK_THROWS((*writing).run("DELETE FROM audit"));
}

}  // namespace wrapup::server::test
