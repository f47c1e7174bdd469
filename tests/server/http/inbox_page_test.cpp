#include <set>

#include "tests/support/server_world.hpp"

namespace wrapup::server::test {

TEST_CASE("an agent reads the inbox page by page, and each conversation once") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    std::set<std::string> chats;
    for (int i = 0; i < 120; ++i) chats.insert(visitor.starts_chat("hello"));
    std::multiset<std::string> listed;
    std::string query = "?view=open";
    for (int page = 0; page < 3; ++page) {
        const Json body = ana.get("/api/v1/inbox" + query).json();
        CHECK(body.at("position") == 360);
        CHECK(body.at("epoch").is_string());
        CHECK(body.at("rows").size() == (page < 2 ? 50 : 20));
        for (const Json& row : body.at("rows")) listed.insert(row.at("conversation").get<std::string>());
        if (page == 2)
            CHECK(body.at("next").is_null());
        else
            query = "?view=open&after=" + body.at("next").get<std::string>();
    }
    CHECK(listed == std::multiset<std::string>(chats.begin(), chats.end()));
}

TEST_CASE("a row says all that a list shows") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    ana.must(chat, {step("claim"), step("add_note", "HUSH")});
    const Json row = ana.get("/api/v1/inbox?view=mine").json().at("rows").at(0);
    CHECK(row.at("conversation") == chat);
    CHECK(row.at("customer").at("id") == visitor.id());
    CHECK(row.at("customer").at("name") == visitor.me().at("name"));
    CHECK(row.at("preview") == Json{{"by", "customer"}, {"text", "hello"}});
    CHECK(row.at("state").at("owner") == ana.id());
    CHECK(row.at("state").at("version") == 5);
    CHECK(row.at("activity_at").is_number_integer());
}

TEST_CASE("an inbox asked for wrongly is refused by the name of its parameter") {
    World world;
    Person ana = world.ana();
    CHECK(ana.get("/api/v1/inbox").json().at("field") == "view");
    CHECK(ana.get("/api/v1/inbox?view=all").json().at("field") == "view");
    for (const char* cursor : {"", "x", "5", "5.", "5.short", ".AAAAAAAAAAAAAAAAAAAAAA", "-1.AAAAAAAAAAAAAAAAAAAAAA"})
        CHECK(ana.get(std::string("/api/v1/inbox?view=open&after=") + cursor).json().at("field") == "after");
}

TEST_CASE("beside a conversation agents see what else the customer has asked") {
    World world;
    Person visitor = world.visitor();
    const std::string first = visitor.starts_chat("first");
    const std::string second = visitor.starts_chat("second");
    world.visitor().starts_chat("of somebody else");
    const Json customer = world.ana().get("/api/v1/conversations/" + second).json().at("customer");
    CHECK(customer.at("id") == visitor.id());
    CHECK(customer.at("locale") == "en");
    REQUIRE(customer.at("conversations").size() == 1);
    CHECK(customer.at("conversations").at(0).at("conversation") == first);
}

}  // namespace wrapup::server::test
