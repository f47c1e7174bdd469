#include "server/store/event_log.hpp"
#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {
namespace {

Response types(Person& person, const std::string& conversation) {
    return person.post("/api/v1/typing", {{"conversation", conversation}});
}

}  // namespace

TEST_CASE("who types is told to the other side, and to nobody else, and is not stored") {
    World world;
    Person visitor = world.visitor();
    Person stranger = world.visitor();
    Person ana = world.ana();
    Person sam = world.sam();
    const std::string chat = visitor.starts_chat("hello");
    StreamReader of_visitor(visitor, "?after=3"), of_stranger(stranger, "?after=3"), of_ana(ana, "?after=3"),
        of_sam(sam, "?after=3");
    for (StreamReader* stream : {&of_visitor, &of_stranger, &of_ana, &of_sam}) CHECK(stream->next().event == "me");

    CHECK(types(visitor, chat).status == 204);
    const Frame to_ana = of_ana.next();
    CHECK(to_ana.event == "typing");
    CHECK(to_ana.id.empty());
    CHECK(to_ana.data == Json{{"conversation", chat}, {"by", {{"role", "customer"}, {"id", visitor.id()}}}});

    CHECK(types(ana, chat).status == 204);
    CHECK(of_visitor.next().data.at("by") == Json{{"role", "agent"}, {"id", ana.id()}});

    // What comes next for the others comes after nothing.
    stranger.starts_chat("hello");
    CHECK(of_stranger.next().event == "patch");
    CHECK(of_ana.next().event == "patch");
    CHECK(of_sam.bytes().find("typing") == std::string::npos);
    const Reading reading(world.service().database);
    CHECK(EventLog(*reading).position() == 6);
}

TEST_CASE("nobody types in a conversation that is not theirs to know, and nobody is told of a closed one") {
    World world;
    Person visitor = world.visitor();
    Person stranger = world.visitor();
    Person ana = world.ana();
    Person sam = world.sam();
    const std::string chat = visitor.starts_chat("hello");
    CHECK(types(stranger, chat).status == 404);
    CHECK(types(sam, chat).status == 404);
    CHECK(types(ana, "nothing").status == 404);
    CHECK(ana.post("/api/v1/typing", {{"conversation", 1}}).status == 400);
    CHECK(world.nobody().post("/api/v1/typing", {{"conversation", chat}}).status == 401);
    ana.must(chat, {step("claim"), step("reply", "bye"), end_if_active(), step("close")});
    StreamReader of_visitor(visitor, "");
    CHECK(of_visitor.next().event == "me");
    CHECK(types(ana, chat).status == 204);
    visitor.starts_chat("again");
    CHECK(of_visitor.next().event == "patch");
}

}  // namespace wrapup::server::test
