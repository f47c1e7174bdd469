// Sites that vouch for their visitors.
#include "tests/support/server_identity.hpp"

namespace wrapup::server::test {
namespace {

struct Shop {
    World world;
    Person ida = hire_ida(world);
    NewKey key;

    explicit Shop(const char* mode = "optional") {
        key = make_key(ida);
        put_mode(ida, mode);
    }
    std::string signed_as(const std::string& subject) const { return jwt(key.secret, claims_of(subject)); }
    Person is(const std::string& subject) {
        Person person = browser(world);
        const Response introduced = introduce(person, arrival_with(signed_as(subject)));
        INFO(introduced.text);
        REQUIRE(introduced.status == 201);
        return person;
    }
    Json card(const std::string& chat) {
        return world.ana().get("/api/v1/conversations/" + chat).json().at("customer");
    }
    std::int64_t count(const char* sql) {
        const Reading reading(world.service().database);
        Query query = (*reading).query(sql);
        query.next();
        return query.integer(0);
    }
};

}  // namespace

TEST_CASE("a site does not vouch for anybody until an admin says so") {
    World world;
    Person ida = hire_ida(world);
    const NewKey key = make_key(ida);
    Person visitor = browser(world);
    CHECK(ida.get("/api/v1/sites/shop/identity").json().at("mode") == "off");
    const Json body = arrival_with(jwt(key.secret, claims_of("vera")));
    CHECK(outcome_of(introduce(visitor, body)) == "403 identity_off");
    CHECK(visitor.get("/api/v1/me").status == 401);
    put_mode(ida, "optional");
    CHECK(introduce(visitor, body).status == 201);
}

TEST_CASE("whom the site vouches for, agents see as verified, with what the site says of them") {
    Shop shop;
    Person vera = browser(shop.world);
    Json claims = claims_of("user-1");
    claims["name"] = "Vera Stein";
    claims["email"] = "vera@i.test";
    Json body = arrival_with(jwt(shop.key.secret, claims));
    body["name"] = "Queen of Saba";
    body["email"] = "queen@i.test";
    body["attributes"] = {{"plan", "gold"}};
    const Response introduced = introduce(vera, body);
    CHECK(customer_in(introduced).at("verified") == true);
    CHECK(customer_in(introduced).at("name") == "Vera Stein");
    CHECK(vera.get("/api/v1/me").json().at("customer") == customer_in(introduced));
    const Json card = shop.card(vera.starts_chat("Hello"));
    CHECK(card.at("name") == "Vera Stein");
    CHECK(card.at("email") == "vera@i.test");
    CHECK(card.at("verified") == true);
    CHECK(card.at("attributes") == Json{{"plan", "gold"}});

    Json label = arrival();
    label["name"] = "Queen of Saba";
    label["email"] = "queen@i.test";
    CHECK(customer_in(introduce(vera, label)) == customer_in(introduced));
    claims["jti"] = random_id();
    claims["name"] = "Vera Berg";
    CHECK(customer_in(introduce(vera, arrival_with(jwt(shop.key.secret, claims)))).at("name") == "Vera Berg");
}

TEST_CASE("what somebody said of themselves does not become verified with them") {
    Shop shop;
    Person visitor = browser(shop.world);
    Json body = arrival();
    body["name"] = "Queen of Saba";
    body["email"] = "queen@i.test";
    introduce(visitor, body);
    const std::string chat = visitor.starts_chat("Hello");
    StreamReader stream(visitor, "");
    is_told(stream, "\"verified\":false");
    CHECK(introduce(visitor, arrival_with(shop.signed_as("user-1"))).status == 200);
    is_told(stream, "\"verified\":true");
    const Json card = shop.card(chat);
    CHECK(card.at("name") == "user-1");
    CHECK(card.at("email") == "");
    CHECK(card.at("verified") == true);
}

TEST_CASE("the same again is no news, and costs no second customer, chat or event") {
    Shop shop;
    Person vera = browser(shop.world);
    const Json body = arrival_with(shop.signed_as("vera"));
    const Response first = introduce(vera, body);
    vera.starts_chat("Hello");
    const Position before = shop.world.position();
    const std::int64_t customers = shop.count("SELECT count(*) FROM customers");
    for (int i = 0; i < 3; ++i) {
        const Response again = introduce(vera, body);
        CHECK(again.status == 200);
        CHECK(again.json() == first.json());
    }
    CHECK(shop.world.position() == before);
    CHECK(shop.count("SELECT count(*) FROM customers") == customers);
    CHECK(shop.count("SELECT count(*) FROM identity_uses") == 1);
}

TEST_CASE("uses are forgotten once what they are of has expired") {
    Shop shop;
    shop.is("vera");
    {
        Writing writing(shop.world.service().database);
        (*writing).run("UPDATE identity_uses SET expires_at = ?", now());
        writing.commit();
    }
    shop.is("otto");
    CHECK(shop.count("SELECT count(*) FROM identity_uses") == 1);
}

TEST_CASE("the same subject is one customer in every browser of theirs, and on each site another") {
    Shop shop;
    Person here = shop.is("vera"), there = shop.is("vera"), otto = shop.is("otto");
    const std::string chat = here.starts_chat("Hello");
    CHECK(here.id() == there.id());
    CHECK(own_chats(there) == std::vector{chat});
    CHECK(otto.id() != here.id());
    here.post("/api/v1/visitors/logout", Json::object());
    CHECK(own_chats(there) == std::vector{chat});
    CHECK(here.get("/api/v1/me").status == 401);
}

TEST_CASE("whose chat it was before stays theirs once the site says who they are, and goes on") {
    Shop shop;
    Person known = shop.is("vera");
    const std::string old_chat = known.starts_chat("From the office");
    Person visitor = browser(shop.world);
    Json body = arrival();
    body["attributes"] = {{"plan", "gold"}, {"city", "Oslo"}};
    introduce(visitor, body);
    const std::string anonymous = visitor.id();
    const std::string first = visitor.starts_chat("one"), second = visitor.starts_chat("two");
    Person ana = shop.world.ana();
    ana.must(first, {step("claim"), step("reply", "Hello")});
    REQUIRE(ana.post("/api/v1/customers/" + anonymous + "/notes", {{"text", "is nice"}}).status == 201);
    StreamReader theirs(visitor, ""), in_the_office(known, ""), agents(ana, "");
    is_told(theirs, "");
    is_told(in_the_office, "");
    is_told(agents, "");
    const Json file =
        visitor.bring(first, "a.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24)).json();

    body = arrival_with(shop.signed_as("vera"));
    body["attributes"] = {{"plan", "silver"}};
    const Response merged = introduce(visitor, body);
    INFO(merged.text);
    CHECK(merged.status == 200);
    CHECK(customer_in(merged).at("id") == known.id());
    CHECK(theirs.ends());

    // In one transaction, told to the agents in one patch, with the name that the chats go by now.
    const Json patch = agents.patch();
    std::vector<std::string> moved;
    for (const Json& stored : patch.at("events")) {
        CHECK(stored.at("event").at("fact") == Json{{"type", "identified"}, {"customer", known.id()}});
        moved.push_back(stored.at("conversation"));
    }
    CHECK(moved.size() == 2);
    CHECK(patch.at("customers").at(0) == Json{{"id", known.id()}, {"name", "vera"}});
    CHECK(in_the_office.patch().at("events").size() == 2);

    for (Person* person : {&visitor, &known}) {
        const auto chats = own_chats(*person);
        CHECK(chats.size() == 3);
        for (const std::string& chat : {old_chat, first, second}) CHECK(has(chats, chat));
    }
    const Json card = shop.card(first);
    CHECK(card.at("id") == known.id());
    CHECK(card.at("attributes") == Json{{"plan", "silver"}, {"city", "Oslo"}});
    CHECK(card.at("conversations").size() == 2);
    CHECK(ana.get("/api/v1/customers/" + known.id() + "/notes").json().at("notes").size() == 1);
    CHECK(shop.count("SELECT count(*) FROM inbox WHERE customer_name = 'vera'") == 3);
    CHECK(ana.get("/api/v1/search?q=vera").json().at("hits").size() == 3);

    // The same browser goes on with the same outbox, and with what it had under way.
    visitor.must(first, {{{"type", "receive"}, {"text", ""}, {"attachments", {file.at("attachment")}}}});
    known.must(second, {step("receive", "from the office, too")});
    CHECK(introduce(visitor, body).json() == merged.json());
    shop.world.restart();
    CHECK(shop.count("SELECT count(*) FROM inbox WHERE customer_name = 'vera'") == 3);
}

TEST_CASE("a token of somebody verified does not become somebody else's") {
    Shop shop;
    Person vera = shop.is("vera");
    const std::string chat = vera.starts_chat("my secret");
    CHECK(outcome_of(introduce(vera, arrival_with(shop.signed_as("otto")))) == "409 another_customer");
    CHECK(own_chats(vera) == std::vector{chat});
    // What was refused was not used: a fresh token takes it.
    const std::string ottos = shop.signed_as("otto");
    CHECK(outcome_of(introduce(vera, arrival_with(ottos))) == "409 another_customer");
    Person otto = browser(shop.world);
    CHECK(introduce(otto, arrival_with(ottos)).status == 201);
    CHECK(own_chats(otto).empty());
}

TEST_CASE("where a site has to vouch for everybody, nobody else begins or writes, whichever way") {
    Shop shop;
    Person early = browser(shop.world);
    introduce(early, arrival());
    const std::string chat = early.starts_chat("Hello");
    put_mode(shop.ida, "required");
    Person late = browser(shop.world);
    CHECK(outcome_of(introduce(late, arrival())) == "403 identity_required");
    CHECK(late.get("/api/v1/me").status == 401);
    CHECK(outcome_of(introduce(early, with(arrival(), "attributes", {{"k", "v"}}))) == "403 identity_required");

    const Json start{{"type", "start"}, {"site", "shop"}, {"channel", "chat"}, {"customer", early.id()}};
    CHECK(early.send(random_id(), {start, step("receive", "Hi")}).at("code") == "not_permitted");
    CHECK(early.send(random_id(), {start}).at("code") == "not_permitted");
    CHECK(early.send(chat, {step("receive", "Hi")}).at("code") == "not_permitted");
    CHECK(early.send(chat, {step("reopen")}).at("code") == "not_permitted");
    CHECK(early.bring(chat, "a.png", "x").status == 403);
    CHECK(early.send(chat, {{{"type", "mark_read"}, {"up_to", 1}}}).at("code") == "ok");
    CHECK(early.get("/api/v1/conversations/" + chat).status == 200);
    CHECK(early.send(chat, {end_if_active()}).at("code") == "ok");
    CHECK(shop.world.ana().send(chat, {step("add_note", "as ever")}).at("code") == "ok");

    CHECK(introduce(early, arrival_with(shop.signed_as("vera"))).status == 200);
    early.must(chat, {step("receive", "It is me")});
    CHECK(introduce(early, with(arrival(), "attributes", {{"k", "v"}})).status == 200);
    put_mode(shop.ida, "off");
    CHECK(early.get("/api/v1/me").json().at("customer").at("verified") == true);
}

TEST_CASE("a key is changed without a gap: two are live, a third is refused, and a removed one is over at once") {
    Shop shop;
    const NewKey second = make_key(shop.ida);
    const Response third = shop.ida.post("/api/v1/sites/shop/keys", Json::object());
    CHECK(third.status == 409);
    const auto answer_to = [&](const std::string& secret) {
        Person visitor = browser(shop.world);
        return outcome_of(introduce(visitor, arrival_with(jwt(secret, claims_of(random_id())))));
    };
    CHECK(answer_to(shop.key.secret) == "201");
    CHECK(answer_to(second.secret) == "201");
    CHECK(shop.ida.post("/api/v1/sites/shop/keys/remove", {{"id", shop.key.id}}).status == 204);
    CHECK(answer_to(shop.key.secret) == "403 identity_invalid");
    CHECK(answer_to(second.secret) == "201");
    CHECK(shop.ida.post("/api/v1/sites/shop/keys/remove", {{"id", shop.key.id}}).status == 404);
    CHECK(answer_to(make_key(shop.ida).secret) == "201");
}

TEST_CASE("a secret is told once, kept out of the audit, and for the admins of the site") {
    Shop shop;
    const NewKey second = make_key(shop.ida);
    const Response told = shop.ida.get("/api/v1/sites/shop/identity");
    CHECK(told.json().at("mode") == "optional");
    REQUIRE(told.json().at("keys").size() == 2);
    CHECK(told.json().at("keys").at(0).at("id") == shop.key.id);
    CHECK(told.json().at("keys").at(1).at("created_at").get<std::int64_t>() > 0);
    CHECK(shop.ida.post("/api/v1/sites/shop/keys/remove", {{"id", second.id}}).status == 204);
    const std::string everything = told.text + shop.ida.get("/api/v1/audit").text;
    for (const NewKey& key : {shop.key, second}) CHECK(everything.find(key.secret) == std::string::npos);
    const auto deeds = deeds_for(shop.ida);
    CHECK(std::vector(deeds.begin(), deeds.begin() + 4) ==
          std::vector<std::string>{"identity_key_removed", "identity_key_added", "identity_changed",
                                   "identity_key_added"});
    Person mia = shop.world.mia();
    CHECK(mia.get("/api/v1/sites/shop/identity").status == 403);
    CHECK(shop.ida.get("/api/v1/sites/elsewhere/identity").status == 404);
    for (const char* path : {"identity", "keys", "keys/remove"}) {
        CAPTURE(path);
        const Json body = std::string(path) == "identity" ? Json{{"mode", "off"}} : Json{{"id", "x"}};
        CHECK(mia.post(std::string("/api/v1/sites/shop/") + path, body).status == 403);
        CHECK(shop.world.nobody().post(std::string("/api/v1/sites/shop/") + path, body).status == 401);
        CHECK(shop.ida.post(std::string("/api/v1/sites/elsewhere/") + path, body).status == 404);
    }
    CHECK(shop.ida.post("/api/v1/sites/shop/identity", {{"mode", "sometimes"}}).json().at("field") == "mode");
}

}  // namespace wrapup::server::test
