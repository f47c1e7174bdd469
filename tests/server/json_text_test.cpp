#include "server/json_text.hpp"

#include "tests/support/server_json.hpp"

namespace wrapup::server::test {

TEST_CASE("what is no text in a JSON text becomes an escaped NUL, and everything else stays") {
    struct Row {
        std::string before;
        std::string after;
    };
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {R"({"a": "plain"})", R"({"a": "plain"})"},
        {"\"Grüße \U0001F44B\"", "\"Grüße \U0001F44B\""},
        {R"("\ud83d\udc4b")", R"("\ud83d\udc4b")"},
        {R"("\uD83D\uDC4B")", R"("\uD83D\uDC4B")"},
        {R"("\ud83d")", R"("\u0000")"},
        {R"("\uDC4B")", R"("\u0000")"},
        {R"("\ud83d\ud83d\udc4b")", R"("\u0000\ud83d\udc4b")"},
        {R"("\udc4b\ud83d")", R"("\u0000\u0000")"},
        {R"("\ud83dx")", R"("\u0000x")"},
        {R"("\ud83d\n")", R"("\u0000\n")"},
        {R"("\\ud83d")", R"("\\ud83d")"},  // An escaped backslash, and letters.
        {R"("\\\ud83d")", R"("\\\u0000")"},
        {R"("\"\ud83d")", R"("\"\u0000")"},
        {R"("\u00e9")", R"("\u00e9")"},
        {R"("\u12")", R"("\u12")"},  // Broken: left to the parser.
        {"\"\\", "\"\\"},
        {"\"\xFF\"", "\"\\u0000\""},
        {"\"\xC3\"", "\"\\u0000\""},
        {"\"\xE2\x82\"", "\"\\u0000\\u0000\""},             // A euro sign without its last byte.
        {"\"\xC0\xAF\"", "\"\\u0000\\u0000\""},             // Overlong.
        {"\"\xED\xA0\x80\"", "\"\\u0000\\u0000\\u0000\""},  // A surrogate.
        {"\"\xF4\x90\x80\x80\"", "\"\\u0000\\u0000\\u0000\\u0000\""},
        {"\"\\\xFF\"", "\"\\\\u0000\""},
        {std::string("\"\0\"", 3), "\"\\u0000\""},
    }));
    CAPTURE(row.before);
    CHECK(repaired(row.before) == row.after);
}

TEST_CASE("a JSON text is parsed whatever bytes stand in its strings") {
    CHECK(parse_json("{\"text\": \"a\xFF\"}").at("text") == std::string("a\0", 2));
    CHECK(parse_json(R"({"text": "\ud800"})").at("text") == std::string("\0", 1));
}

TEST_CASE("what is not JSON is malformed") {
    const auto* text = GENERATE("", "{", "{]", "nul", "{\"a\":1}x", "{'a':1}", "\"\n\"", "\"\\ud8", "1e999", "\"\\x\"");
    CAPTURE(text);
    CHECK_THROWS_AS(parse_json(text), Malformed);
}

TEST_CASE("sixteen levels are deep enough, and ten thousand do no harm") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK_NOTHROW(parse_json(nested(16)));
    CHECK_THROWS_AS(parse_json(nested(17)), Malformed);
    CHECK_THROWS_AS(parse_json(nested(10'000)), Malformed);
    CHECK_THROWS_AS(parse_json(std::string(100'000, '[')), Malformed);
}

TEST_CASE("a quoted string reads as what it was") {
    for (const char* text : {"", "plain", "\"", "\\", "\n", "Grüße", "\x7f", "~ "}) {
        std::string json = "[";
        add_quoted(json, text);
        CHECK(Json::parse(json + "]") == Json::array({text}));
    }
}

}  // namespace wrapup::server::test
