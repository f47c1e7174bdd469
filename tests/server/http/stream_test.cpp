#include "server/http/stream.hpp"

#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {
namespace {

// A stream that the test drives itself, one step at a time.
struct HandHeld {
    bool done = false;
    std::unique_ptr<Stream> stream;

    HandHeld(World& world, const Person& reader, std::optional<Position> after,
             Stream::Pace pace = {std::chrono::seconds(60), std::chrono::milliseconds(0)}) {
        httplib::Request request;
        request.headers = reader.headers();
        const Proof proof = proof_of(request, Carriage::plain);
        const Reading reading(world.service().database);
        const auto who = principal_of(proof, *reading, now());
        REQUIRE(who);
        const Pages pages;
        StreamPlaces places({}, {});
        LoginGuard guard{Limits{}};
        const Ask ask{request, world.service(), pages, places, guard, {}, proof, who};
        stream = std::make_unique<Stream>(ask, world.service().hub.subscribe(who->actor), after, std::nullopt, pace);
    }

    // What it writes next.
    std::string pump() {
        std::string written;
        done = stream->pump(written) == Pushed::State::ended;
        return written;
    }
};

}  // namespace

TEST_CASE("a stream begins with who is reading it") {
    World world;
    Person ana = world.ana();
    StreamReader stream(ana, "");
    const Frame first = stream.next();
    CHECK(first.event == "me");
    Json told = first.data, asked = ana.get("/api/v1/me").json();
    CHECK(told.at("at").get<std::int64_t>() <= asked.at("at").get<std::int64_t>());
    told.erase("at"), asked.erase("at");
    CHECK(told == asked);
    CHECK(stream.bytes().rfind("retry: 1000\n", 0) == 0);
}

TEST_CASE("a stream sends what was missed, then what happens, one frame a commit") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("one");
    StreamReader stream(ana, "?after=0");
    stream.next();
    const Json missed = stream.patch();
    CHECK(missed.at("from") == 0);
    CHECK(missed.at("position") == 3);
    CHECK(missed.at("events").size() == 3);
    CHECK(missed.at("customers").size() == 1);

    visitor.must(chat, {step("receive", "two")});
    const Frame live = stream.next();
    CHECK(live.id == "4");
    CHECK(live.data.at("epoch") == world.service().database.epoch());
    CHECK(live.data.at("patch").at("from") == 3);
    CHECK(live.data.at("patch").at("position") == 4);
    CHECK(live.data.at("patch").at("client").is_null());
    CHECK(live.data.at("patch").at("last_command") == 0);
    ana.must(chat, {step("claim"), step("reply", "three"), end_if_active(), step("close")});
    CHECK(stream.patch().at("events").size() == 4);
}

TEST_CASE("what was missed names the last command of the client that asked, and of nobody else") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    visitor.starts_chat("one");
    const std::string query = "?after=0&client=" + visitor.client();
    StreamReader own(visitor, query);
    StreamReader stranger(ana, query);
    for (StreamReader* stream : {&own, &stranger}) stream->next();
    const Json patch = own.patch();
    CHECK(patch.at("client") == visitor.client());
    CHECK(patch.at("last_command") == 1);
    CHECK(stranger.patch().at("client").is_null());
}

TEST_CASE("only the client that asked is told the outcomes, of everything that it sent along") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("one");
    StreamReader own(visitor, "?after=3&client=" + visitor.client());
    StreamReader other(visitor, "?after=3&client=" + random_id());
    StreamReader stranger(ana, "?after=3&client=" + visitor.client());
    for (StreamReader* stream : {&own, &other, &stranger}) stream->next();
    const Json refused = visitor.command(chat, {step("receive", "")});
    const Json accepted = visitor.command(chat, {step("receive", "two")});
    visitor.post("/api/v1/commands", visitor.envelope({refused, accepted}, 3));
    const Json patch = own.patch();
    CHECK(patch.at("client") == visitor.client());
    CHECK(patch.at("last_command") == 3);
    CHECK(patch.at("outcomes") == Json::array({{{"n", 2}, {"code", "empty"}}, {{"n", 3}, {"code", "ok"}}}));
    for (StreamReader* stream : {&other, &stranger}) {
        const Json of_others = stream->patch();
        CHECK(of_others.at("client").is_null());
        CHECK(of_others.at("outcomes").empty());
    }
}

TEST_CASE("a stream that opens while others write has no gap and nothing twice") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    constexpr int commands = 500;
    std::jthread writer([&] {
        for (int i = 0; i < commands; i += 10) {
            Json ten = Json::array();
            for (int k = 0; k < 10; ++k) ten.push_back(visitor.command(chat, {step("receive", "x")}));
            visitor.post("/api/v1/commands", visitor.envelope(ten, 3));
        }
    });
    std::size_t openings = 0;
    Position reached = 0;
    while (reached < 3 + commands) {
        StreamReader stream(ana, "?after=" + std::to_string(reached));
        stream.next();
        for (int frames = 0; frames < 40 && reached < 3 + commands; ++frames) {
            const Json patch = stream.patch();
            CHECK(patch.at("from") == reached);
            for (const Json& event : patch.at("events")) CHECK(event.at("position") == ++reached);
            CHECK(patch.at("position") == reached);
        }
        ++openings;
    }
    writer.join();
    CHECK(openings > 1);
    CHECK(world.position() == 3 + commands);
}

TEST_CASE("a visitor's stream is in order too, over what they may not see") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    StreamReader stream(visitor, "?after=3");
    stream.next();
    ana.must(chat, {step("add_note", "HUSH")});
    ana.must(chat, {step("claim")});
    const Json patch = stream.patch();
    CHECK(patch.at("from") == 3);
    CHECK(patch.at("position") == 5);
    CHECK(patch.at("events").size() == 1);
}

TEST_CASE("a position that the log does not lead on from is answered with resync, and the stream goes on") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    StreamReader stream(ana, "?after=99");
    stream.next();
    const Frame frame = stream.next();
    CHECK(frame.event == "resync");
    CHECK(frame.id.empty());
    CHECK(frame.data.at("position") == 3);
    visitor.must(chat, {step("receive", "more")});
    CHECK(stream.patch().at("from") == 3);
}

TEST_CASE("a browser that reconnects by itself is believed about where it was") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    visitor.starts_chat("hello");
    StreamReader stream(ana, "?after=0", {{"Last-Event-ID", "2"}});
    stream.next();
    CHECK(stream.patch().at("from") == 2);
}

TEST_CASE("a stream asked for wrongly is refused by the name of its parameter") {
    World world;
    Person ana = world.ana();
    for (const char* query : {"after=-1", "after=x", "after=", "after=1.5", "after=99999999999999999999"})
        CHECK(ana.get(std::string("/api/v1/stream?") + query).json().at("field") == "after");
    CHECK(ana.get("/api/v1/stream?client=short").json().at("field") == "client");
    CHECK(world.nobody().get("/api/v1/stream").status == 401);
}

TEST_CASE("a stream is plain even for a browser that likes it packed, and no cache keeps it") {
    World world;
    Person ana = world.ana();
    httplib::Client http("127.0.0.1", world.port());
    httplib::Headers headers = ana.headers();
    headers.emplace("Accept-Encoding", "gzip, deflate, br");
    httplib::Headers answered;
    http.Get(
        "/api/v1/stream", headers,
        [&](const httplib::Response& response) {
            answered = response.headers;
            return false;
        },
        [](const char*, std::size_t) { return true; });
    CHECK(answered.find("Content-Type")->second == "text/event-stream");
    CHECK(answered.find("Content-Encoding") == answered.end());
    CHECK(answered.find("Cache-Control")->second == "no-store");
    CHECK(answered.find("X-Accel-Buffering")->second == "no");
}

TEST_CASE("streams end when the server stops, and it does not wait for them") {
    World world;
    Person ana = world.ana();
    StreamReader stream(ana, "");
    stream.next();
    const Ticks before = ticks();
    world.restart();
    CHECK(stream.ends());
    CHECK(ticks() - before < std::chrono::seconds(5));
}

TEST_CASE("the places of streams are given back when readers leave") {
    Limits limits;
    limits.streams_max = 3;
    World world(limits);
    Person ana = world.ana();
    for (int round = 0; round < 3; ++round) {
        auto readers = let_in(3, ana);
        CHECK(ana.get("/api/v1/stream").status == 503);
        for (RawClient& reader : readers) CHECK(reader.receive_until("\n\n").find("event: me\n") != std::string::npos);
    }
}

TEST_CASE("what is committed between a stream's registering and its first look at the log is told once") {
    World world;
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    HandHeld held(world, world.ana(), 3);
    visitor.must(chat, {step("receive", "in between")});
    CHECK(held.pump().find("in between") != std::string::npos);
    CHECK(held.pump().empty());
    visitor.must(chat, {step("receive", "afterwards")});
    CHECK(held.pump().find("afterwards") != std::string::npos);
}

TEST_CASE("a stream tells its reader what they have in hand, and goes on") {
    World world;
    Person ana = world.ana();
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    HandHeld held(world, ana, {}, {std::chrono::milliseconds(0), std::chrono::milliseconds(0)});
    CHECK(held.pump().find("\"messaging\":0") != std::string::npos);
    ana.must(chat, {step("claim")});
    const std::string told = held.pump();
    CHECK(told.find("event: me") != std::string::npos);
    CHECK(told.find("\"load\":{\"mail\":0,\"messaging\":1,\"voice\":0}") != std::string::npos);
    CHECK_FALSE(held.done);
}

TEST_CASE("a stream ends soon after its reader has signed out elsewhere") {
    World world;
    Person ana = world.ana();
    HandHeld held(world, ana, {}, {std::chrono::milliseconds(0), std::chrono::milliseconds(0)});
    CHECK(held.pump().find("event: me") != std::string::npos);
    CHECK(held.pump() == ":\n\n");
    CHECK_FALSE(held.done);
    ana.post("/api/v1/logout", Json::object());
    CHECK(held.pump().empty());
    CHECK(held.done);
}

}  // namespace wrapup::server::test
