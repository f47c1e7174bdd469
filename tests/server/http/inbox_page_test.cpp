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

TEST_CASE("agents search what was said; the rest is refused") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("the hand grinder");
    Person ana = world.ana();
    const Json found = ana.get("/api/v1/search?q=grinder").json().at("hits");
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("row").at("conversation") == chat);
    CHECK(found[0].at("snippet").dump() == R"([{"hit":false,"text":"the hand "},{"hit":true,"text":"grinder"}])");
    CHECK(visitor.get("/api/v1/search?q=grinder").status == 403);
    CHECK(ana.get("/api/v1/search").json().at("field") == "q");
    CHECK(ana.get("/api/v1/search?q=%FF").json().at("field") == "q");
    CHECK(ana.get("/api/v1/search?q=" + std::string(401, 'x')).json().at("field") == "q");
    Person sam = world.sam();
    CHECK(sam.get("/api/v1/search?q=grinder").json().at("hits").empty());
}

TEST_CASE("the inbox comes with its counters") {
    World world;
    Person visitor = world.visitor();
    visitor.starts_chat("hello");
    Person ana = world.ana();
    const Json counted = ana.get("/api/v1/inbox?view=mine").json().at("counts");
    REQUIRE(counted.size() == 1);
    CHECK((counted[0].at("site") == "shop" && counted[0].at("channel") == "chat"));
    const Json& counts = counted[0].at("counts");
    CHECK((counts.at("open") == 1 && counts.at("unassigned") == 1 && counts.at("mine") == 0));
    const Json alone = ana.get("/api/v1/inbox/counts").json();
    CHECK(alone.at("counts") == counted);
    CHECK(alone.at("position") == 3);
    CHECK(visitor.get("/api/v1/inbox/counts").status == 403);
    CHECK(world.sam().get("/api/v1/inbox/counts").json().at("counts").empty());
}

TEST_CASE("the inbox and the search are narrowed by their parameters, each refused by its name") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string of_ana = visitor.starts_chat("first kettle");
    const std::string of_nobody = visitor.starts_chat("second kettle");
    ana.must(of_ana, {step("claim")});
    const auto listed = [&](const std::string& list, const std::string& narrowed) {
        const Json body = ana.get("/api/v1/" + list + narrowed).json();
        std::set<std::string> ids;
        for (const Json& one : body.at(list.starts_with("inbox") ? "rows" : "hits"))
            ids.insert((one.contains("row") ? one.at("row") : one).at("conversation").get<std::string>());
        return ids;
    };
    using Ids = std::set<std::string>;
    for (const char* list : {"inbox?view=open", "search?q=kettle"}) {
        CHECK(listed(list, "") == Ids{of_ana, of_nobody});
        CHECK(listed(list, "&owner=me") == Ids{of_ana});
        CHECK(listed(list, "&owner=" + ana.id()) == Ids{of_ana});
        CHECK(listed(list, "&owner=nobody") == Ids{of_nobody});
        CHECK(listed(list, "&owner=ben") == Ids{});
        CHECK(listed(list, "&status=new") == Ids{of_nobody});
        CHECK(listed(list, "&status=open&channel=chat&site=shop") == Ids{of_ana});
        CHECK(listed(list, "&channel=email") == Ids{});
        CHECK(listed(list, "&topic=orders") == Ids{});
        const std::string path = std::string("/api/v1/") + list;
        CHECK(ana.get(path + "&status=dozing").json().at("field") == "status");
        CHECK(ana.get(path + "&channel=pigeon").json().at("field") == "channel");
        CHECK(ana.get(path + "&owner=").json().at("field") == "owner");
        CHECK(ana.get(path + "&topic=%FF").json().at("field") == "topic");
        CHECK(ana.get(path + "&topic=" + std::string(201, 'x')).json().at("field") == "topic");
        CHECK(ana.get(path + "&site=elsewhere").status == 404);
        CHECK(ana.get(path + "&site=nowhere").status == 404);
    }
}

}  // namespace wrapup::server::test
