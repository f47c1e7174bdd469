#include <iostream>

#include "core/digest.hpp"
#include "core/evolve.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

// What is written to stderr in the meantime.
class Log {
public:
    Log() : before_(std::cerr.rdbuf(text_.rdbuf())) {}
    ~Log() { std::cerr.rdbuf(before_); }
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
    std::streambuf* before_;
};

Json state_of(Person& agent, const std::string& chat) {
    return agent.get("/api/v1/conversations/" + chat).json().at("row").at("state");
}

Json report(const std::string& conversation, const Json& state) {
    return {{"conversation", conversation}, {"version", 3}, {"rules_id", "0123456789abcdef"},
            {"expected", 4'000'000'000u},   {"got", 7},     {"state", state}};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a browser whose state differs says so, and the log has both states in one line, without a text") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("SECRET");
    const Json ours = state_of(ana, chat);
    Json theirs = ours;
    theirs["customer_wrote_at"] = 2;
    theirs["topics"] = {"a\nb"};
    const Log log;
    const Response response = ana.post("/api/v1/divergences", report(chat, theirs));
    CHECK(response.status == 204);
    CHECK(response.text.empty());
    const std::string line = log.text();
    CAPTURE(line);
    CHECK(line.find("Z warning: divergence in conversation " + chat + " after event 3: ") == 23);
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    CHECK(line.back() == '\n');
    CHECK(has(line, "digest sent 4000000000, browser's 7;"));
    CHECK(has(line, "browser's \"0123456789abcdef\";"));
    CHECK(has(line, "(digest " + std::to_string(digest(decode<Conversation>(ours))) + ") " + ours.dump() + ";"));
    CHECK(has(line, "; browser's " + theirs.dump()));
    CHECK_FALSE(has(line, "SECRET"));
}

TEST_CASE("a state of any length takes little room in the log, and is not cut within a letter") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana();
    const std::string chat = visitor.starts_chat("hello");
    for (std::size_t shift = 0; shift < 3; ++shift) {
        Json theirs = state_of(ana, chat);
        std::string topic(shift, 'x');
        for (int i = 0; i < 10'000; ++i) topic += "€";
        theirs["topics"] = {topic};
        const Log log;
        CHECK(ana.post("/api/v1/divergences", report(chat, theirs)).status == 204);
        CHECK(log.text().size() < 6'000);
        CHECK(log.text().size() > 4'000);
        CHECK(has(log.text(), "€...\n"));
    }
}

TEST_CASE("only an agent reports a divergence, of a conversation that they may know, in words we understand") {
    World world;
    Person visitor = world.visitor();
    Person ana = world.ana(), sam = world.sam();
    const std::string chat = visitor.starts_chat("hello");
    const Json good = report(chat, state_of(ana, chat));
    const Log log;
    CHECK(visitor.post("/api/v1/divergences", good).status == 403);
    CHECK(world.nobody().post("/api/v1/divergences", good).status == 401);
    CHECK(sam.post("/api/v1/divergences", good).status == 404);
    CHECK(ana.post("/api/v1/divergences", report(random_id(), good.at("state"))).status == 404);
    CHECK(ana.get("/api/v1/divergences").status == 405);
    CHECK(ana.post_text("/api/v1/divergences", "{").status == 400);
    const auto field_told = [&](const char* pointer, const Json& value) -> std::string {
        Json bad = good;
        bad[Json::json_pointer(pointer)] = value;
        const Response response = ana.post("/api/v1/divergences", bad);
        CHECK(response.status == 400);
        return response.json().at("field");
    };
    CHECK(field_told("/conversation", 1) == "conversation");
    CHECK(field_told("/version", -1) == "version");
    CHECK(field_told("/rules_id", std::string(65, 'x')) == "rules_id");
    CHECK(field_told("/expected", 4'294'967'296) == "expected");
    CHECK(field_told("/got", "7") == "got");
    CHECK(field_told("/state", Json::array()) == "state");
    CHECK(field_told("/state/phase/type", "ajar") == "state.phase.type");
    CHECK(field_told("/state/text", "SECRET") == "state.text");
    CHECK(field_told("/more", true) == "more");
    CHECK(log.text().empty());
}

}  // namespace wrapup::server::test
