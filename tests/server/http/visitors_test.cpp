// Who visitors say that they are.
#include "tests/support/server_identity.hpp"

namespace wrapup::server::test {
namespace {

Json card_of(World& world, const std::string& chat) {
    return world.ana().get("/api/v1/conversations/" + chat).json().at("customer");
}

}  // namespace

TEST_CASE("a visitor makes their token themselves, and is the same one by it each time") {
    World world;
    const std::string token = random_token();
    Person visitor = browser(world, token);
    CHECK(visitor.get("/api/v1/me").status == 401);
    const Response first = introduce(visitor, arrival());
    CHECK(first.status == 201);
    CHECK(first.json().at("token") == token);
    const Response again = introduce(visitor, arrival());
    CHECK(again.status == 200);
    CHECK(again.json() == first.json());
    CHECK(visitor.get("/api/v1/me").json().at("customer") == customer_in(first));
    CHECK(customer_in(first).at("verified") == false);
    const Reading reading(world.service().database);
    Query stored = (*reading).query("SELECT 1 FROM visitors WHERE token_hash = ?", Blob{token});
    CHECK_FALSE(stored.next());
}

TEST_CASE("a token that is none of a visitor's is refused, and nobody is made") {
    World world;
    Person ana = world.ana();
    for (const char* header : {"Bearer x", "Basic eA==", "Bearer wrapup_x"}) {
        CAPTURE(header);
        Person odd(world.port(), {{"Authorization", header}});
        CHECK(introduce(odd, arrival()).json().at("field") == "Authorization");
    }
    Person empty(world.port(), {{"Authorization", "Bearer "}});
    CHECK(introduce(empty, arrival()).status == 201);
    Person visitor = browser(world);
    introduce(visitor, arrival());
    CHECK(outcome_of(introduce(visitor, arrival("elsewhere"))) == "403 another_site");
    Person fresh = browser(world);
    CHECK(introduce(fresh, arrival("mars")).status == 404);
    CHECK(fresh.get("/api/v1/me").status == 401);
}

TEST_CASE("what a visitor says of themselves is seen by agents, as a label") {
    World world;
    Person visitor = browser(world);
    Json body = arrival();
    body["name"] = "Kim";
    body["email"] = "kim@i.test";
    body["attributes"] = {{"plan", "gold"}, {"Order", "4711"}, {"left out", ""}};
    introduce(visitor, arrival());
    const std::string chat = visitor.starts_chat("Hello");
    CHECK(customer_in(introduce(visitor, body)).at("name") == "Kim");
    CHECK(world.ana().get("/api/v1/search?q=Kim").json().at("hits").size() == 1);
    Json card = card_of(world, chat);
    CHECK(card.at("name") == "Kim");
    CHECK(card.at("email") == "kim@i.test");
    CHECK(card.at("verified") == false);
    CHECK(card.at("attributes") == Json{{"plan", "gold"}, {"Order", "4711"}});

    body = arrival();
    body["name"] = "  ";
    body["attributes"] = {{"plan", "silver"}, {"Order", ""}, {"city", "Oslo"}};
    CHECK(introduce(visitor, body).status == 200);
    card = card_of(world, chat);
    CHECK(card.at("name") == "Kim");
    CHECK(card.at("email") == "kim@i.test");
    CHECK(card.at("attributes") == Json{{"plan", "silver"}, {"city", "Oslo"}});
    CHECK(visitor.get("/api/v1/conversations/" + chat).json().at("customer").is_null());
}

TEST_CASE("what a visitor says of themselves has its limits") {
    World world;
    Person visitor = browser(world);
    const auto attributes = [](std::size_t count, std::size_t from = 0) {
        Json many = Json::object();
        for (std::size_t i = 0; i < count; ++i) many["k" + std::to_string(from + i)] = "v";
        return many;
    };
    struct Row {
        const char* field;
        Json value;
        int status;
    };
    const std::string long_text(300, 'x');
    for (const Row& row :
         {Row{"name", "a\nb", 400}, Row{"name", long_text, 400}, Row{"name", 7, 400}, Row{"email", "nobody", 400},
          Row{"email", "a b@i.test", 400}, Row{"email", "@", 400}, Row{"email", long_text + "@i.test", 400},
          Row{"email", "a\r\nBcc: x@i.test", 400}, Row{"attributes", {{"k", 1}}, 400},
          Row{"attributes", {{"k", {"x"}}}, 400}, Row{"attributes", {{"", "v"}}, 400},
          Row{"attributes", {{"a\nb", "v"}}, 400}, Row{"attributes", {{std::string(65, 'k'), "v"}}, 400},
          Row{"attributes", {{"k", std::string(257, 'v')}}, 400}, Row{"attributes", attributes(21), 400},
          Row{"identity", std::string(9'000, 'x'), 400}, Row{"verified", true, 400}, Row{"id", "x", 400},
          Row{"attributes", attributes(20), 201}}) {
        CAPTURE(row.field, row.value.dump().substr(0, 60));
        CHECK(introduce(visitor, with(arrival(), row.field, row.value)).status == row.status);
    }
    CHECK(introduce(visitor, with(arrival(), "attributes", attributes(1, 20))).status == 409);
    CHECK(introduce(visitor, with(arrival(), "attributes", {{"k0", ""}, {"k20", "v"}})).status == 200);
}

TEST_CASE("who logs out is forgotten on that device: token, stream and all") {
    World world;
    Person visitor = browser(world);
    introduce(visitor, arrival());
    const std::string chat = visitor.starts_chat("my secret");
    StreamReader stream(visitor, "");
    is_told(stream, "");
    CHECK(visitor.post("/api/v1/visitors/logout", Json::object()).status == 204);
    CHECK(stream.ends());
    CHECK(visitor.get("/api/v1/me").status == 401);
    CHECK(visitor.get("/api/v1/conversations/" + chat).status == 401);
    CHECK(visitor.post("/api/v1/visitors/logout", Json::object()).status == 401);
    CHECK(introduce(visitor, arrival()).status == 201);
    CHECK(own_chats(visitor).empty());
    CHECK(world.ana().post("/api/v1/visitors/logout", Json::object()).status == 403);
}

TEST_CASE("a command that was under way when its visitor logged out is not run") {
    World world;
    const std::string token = random_token();
    Person visitor = browser(world, token);
    const std::string id = customer_in(introduce(visitor, arrival())).at("id");
    visitor.post("/api/v1/visitors/logout", Json::object());
    const Actor actor{Role::customer, id, {{"shop"}}, {}, {}, {}};
    std::promise<Inbox::Result> result;
    Inbox::Job job{
        actor, {random_id()}, {{1, Asked{{random_id()}, 0, {}, {Start{{"shop"}, Channel::chat, {id}, {}}}}}}};
    job.visitor_token = token;
    world.service().inbox.submit(std::move(job), [&](Inbox::Result r) { result.set_value(std::move(r)); });
    CHECK(std::holds_alternative<Inbox::NotYours>(std::get<Inbox::Answer>(result.get_future().get())));
    CHECK(world.position() == 0);
}

}  // namespace wrapup::server::test
