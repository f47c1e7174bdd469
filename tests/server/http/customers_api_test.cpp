#include "server/store/customer_notes.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

// A customer of the shop with a chat, and where their notes are.
struct Known {
    World world;
    Person vera = world.visitor();
    std::string path = "/api/v1/customers/" + vera.id() + "/notes";

    Json notes(Person& agent) { return agent.get(path).json().at("notes"); }
};

}  // namespace

TEST_CASE("what agents note about a customer is there for all agents of the site, the newest first") {
    Known known;
    Person ana = known.world.ana(), ben = known.world.ben();
    CHECK(known.notes(ben).empty());
    const Response added = ana.post(known.path, {{"text", "Pays by invoice."}});
    CHECK(added.status == 201);
    CHECK(added.json().at("note").at("author") == Json{{"id", "ana"}, {"name", "ana"}});
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    CHECK(ben.post(known.path, {{"text", "Likes it mild."}}).status == 201);
    const Json notes = known.notes(ana);
    REQUIRE(notes.size() == 2);
    CHECK(notes.at(0).at("text") == "Likes it mild.");
    CHECK(notes.at(1) == added.json().at("note"));
}

TEST_CASE("a note about a customer is deleted by its author or a supervisor, and by nobody else") {
    Known known;
    Person ana = known.world.ana(), ben = known.world.ben(), mia = known.world.mia();
    const auto add = [&] { return ana.post(known.path, {{"text", "x"}}).json().at("note").at("id"); };
    const auto remove = [&](Person& who, const Json& note) {
        return who.post(known.path + "/delete", {{"note", note}}).status;
    };
    const Json first = add(), second = add();
    CHECK(remove(ben, first) == 403);
    CHECK(known.notes(ben).size() == 2);
    CHECK(remove(ana, first) == 204);
    CHECK(remove(ana, first) == 404);
    CHECK(remove(mia, second) == 204);
    CHECK(known.notes(ben).empty());

    // A note is found with its own customer only.
    const Json third = add();
    Person walt = known.world.visitor();
    CHECK(ana.post("/api/v1/customers/" + walt.id() + "/notes/delete", {{"note", third}}).status == 404);
    CHECK(known.notes(ana).size() == 1);
}

TEST_CASE("notes about a customer are for the agents of their site alone") {
    Known known;
    Person ana = known.world.ana(), sam = known.world.sam(), nobody = known.world.nobody();
    const Json note = ana.post(known.path, {{"text", "x"}}).json().at("note").at("id");
    for (Person* who : {&sam, &known.vera, &nobody}) {
        const int refused = who == &sam ? 404 : who == &nobody ? 401 : 403;
        CHECK(who->get(known.path).status == refused);
        CHECK(who->post(known.path, {{"text", "mine"}}).status == refused);
        CHECK(who->post(known.path + "/delete", {{"note", note}}).status == refused);
    }
    CHECK(ana.get("/api/v1/customers/nobody/notes").status == 404);
    CHECK(known.notes(ana).size() == 1);
    CHECK(Person(known.world.port(), {{"Cookie", ana.headers().find("Cookie")->second}})
              .post(known.path, {{"text", "forged"}})
              .status == 403);
}

TEST_CASE("a note about a customer has words, and not too many; nor are there too many notes") {
    Known known;
    Person ana = known.world.ana();
    for (const Json& body : {Json::object(), Json{{"text", ""}}, Json{{"text", " \n"}}, Json{{"text", 1}},
                             Json{{"text", std::string(CustomerNotes::text_bytes_max + 1, 'x')}},
                             Json{{"text", "x"}, {"author", "ben"}}}) {
        CAPTURE(body.dump().substr(0, 40));
        CHECK(ana.post(known.path, body).status == 400);
    }
    CHECK(ana.post(known.path, {{"text", std::string(CustomerNotes::text_bytes_max, 'x')}}).status == 201);
    for (std::size_t n = 1; n < CustomerNotes::notes_per_customer_max; ++n) ana.post(known.path, {{"text", "x"}});
    CHECK(ana.post(known.path, {{"text", "one more"}}).status == 409);
    CHECK(known.notes(ana).size() == CustomerNotes::notes_per_customer_max);
}

TEST_CASE("agents are told what a visitor's browser says of itself, and nobody verifies it") {
    World world;
    Person browser(world.port(),
                   {{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}});
    const Json arrival{{"site", "shop"},
                       {"page", "https://shop.test/coffee"},
                       {"locale", "nb-NO"},
                       {"referrer", "https://search.test/"},
                       {"time_zone", "Europe/Oslo"}};
    const std::string token = browser.post("/api/v1/visitors", arrival).json().at("token");
    Person vera(world.port(), {{"Authorization", "Bearer " + token}});
    const std::string chat = vera.starts_chat("hello");
    const Json customer = world.ana().get("/api/v1/conversations/" + chat).json().at("customer");
    CHECK(customer.at("referrer") == "https://search.test/");
    CHECK(customer.at("time_zone") == "Europe/Oslo");
    CHECK(customer.at("device") == "Firefox on Linux");

    for (const auto& [field, most] : {std::pair{"referrer", 2'048}, std::pair{"time_zone", 64}}) {
        Json much = arrival;
        much[field] = std::string(static_cast<std::size_t>(most) + 1, 'x');
        CHECK(browser.post("/api/v1/visitors", much).json().at("field") == field);
    }
}

}  // namespace wrapup::server::test
