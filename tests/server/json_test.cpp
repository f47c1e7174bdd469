#include "server/json.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

// The field that decoding complains about, or "-".
template <class T>
std::string complaint(const char* text) {
    try {
        decode<T>(Json::parse(text));
        return "-";
    } catch (const Malformed& malformed) {
        return malformed.field;
    }
}

template <class T>
T there_and_back(const T& value) {
    return decode<T>(encode(value));
}

}  // namespace

TEST_CASE("a command is decoded only if everything about it is as it should be") {
    struct Row {
        const char* text;
        const char* field;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"type": "claim"})", "-"},
        {R"({"type": "reply", "text": "hello"})", "-"},
        {R"({"type": "end", "if_active": true})", "-"},
        {R"({"type": "start", "site": "s", "channel": "chat", "customer": "c", "linked_to": null})", "-"},
        {R"({"type": "start", "site": "s", "channel": "chat", "customer": "c"})", "-"},
        {R"([])", ""},
        {R"({})", "type"},
        {R"({"type": 1})", "type"},
        {R"({"type": "fly"})", "type"},
        {R"({"type": "Claim"})", "type"},
        {R"({"type": "claim", "why": 1})", "why"},
        {R"({"type": "reply"})", "text"},
        {R"({"type": "reply", "text": null})", "text"},
        {R"({"type": "reply", "text": 1})", "text"},
        {R"({"type": "end", "if_active": 1})", "if_active"},
        {R"({"type": "start", "site": "s", "channel": "fax", "customer": "c"})", "channel"},
        {R"({"type": "start", "site": ["s"], "channel": "chat", "customer": "c"})", "site"},
    }));
    CAPTURE(row.text);
    CHECK(complaint<Command>(row.text) == row.field);
}

TEST_CASE("integers are not made from anything else, nor cut to size") {
    CHECK(complaint<Version>("4294967295") == "-");
    CHECK(complaint<std::int64_t>("-9223372036854775808") == "-");
    const auto* text =
        GENERATE("4294967296", "-1", "1.0", "1.5", "1e3", "\"1\"", "true", "null", "99999999999999999999");
    CAPTURE(text);
    CHECK_THROWS_AS(decode<Version>(Json::parse(text)), Malformed);
}

TEST_CASE("a complaint says where in the whole the fault is") {
    CHECK(complaint<Commands>(R"([{"type": "claim"}, {"type": "reply", "text": 1}])") == "[1].text");
    CHECK(complaint<Event>(
              R"({"version": 1, "at": 1, "by": {"role": "king", "id": ""}, "fact": {"type": "closed"}})") == "by.role");
    CHECK(complaint<Policy>(R"({"reopen": []})") == "reopen");
}

TEST_CASE("every kind of value comes back as it went") {
    const Event event{
        7, Time{Milliseconds{1'700'000'000'000}}, {Role::agent, "ana"}, Replied{"Grüße \U0001F44B", false, 5}};
    CHECK(there_and_back(event) == event);
    const Actor actor{Role::supervisor,         "mia",
                      {{"shop"}, {"other"}},    only(Group::voice) | only(Group::mail),
                      {{1u, std::nullopt, 3u}}, {{0, 2, 7}}};
    CHECK(there_and_back(actor) == actor);
    CHECK(there_and_back(Policy{}) == Policy{});
    Conversation conversation;
    conversation.phase = phase::Closed{{Role::system, ""}, Time{Milliseconds{5}}, Time{Milliseconds{3}}, {}};
    conversation.owner = AgentId{"ana"};
    CHECK(there_and_back(conversation) == conversation);
}

}  // namespace wrapup::server::test
