#include "core/text.hpp"

#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

using namespace std::string_literals;

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("what is wrong with a text") {
    struct Row {
        const char* what;
        std::string text;
        std::optional<TextFault> fault;
    };
    const std::vector<Row> rows{
        {"a word", "hello", {}},
        {"umlauts, an emoji of several code points", "Grüße 👩‍💻", {}},
        {"the last code point", "\xF4\x8F\xBF\xBF", {}},
        {"nothing", "", TextFault::empty},
        {"white space of many kinds", " \t\r\n\u00A0\u2003\u3000\u200B\uFEFF", TextFault::empty},
        {"20,000 ASCII characters", times(20'000, "x"), {}},
        {"20,001 ASCII characters", times(20'001, "x"), TextFault::too_long},
        {"20,000 emoji are counted as code points, not bytes", times(20'000, "😀"), {}},
        {"20,001 emoji", times(20'001, "😀"), TextFault::too_long},
        {"a NUL", "a\0b"s, TextFault::invalid},
        {"a lone continuation byte", "a\x80", TextFault::invalid},
        {"a cut sequence", "a\xE2\x82", TextFault::invalid},
        {"a sequence of another's bytes", "\xE2\x28\xA1", TextFault::invalid},
        {"an overlong slash", "\xC0\xAF", TextFault::invalid},
        {"an overlong euro", "\xF0\x82\x82\xAC", TextFault::invalid},
        {"a surrogate", "\xED\xA0\x80", TextFault::invalid},
        {"beyond the last code point", "\xF4\x90\x80\x80", TextFault::invalid},
        {"a byte that never occurs", "\xFF", TextFault::invalid},
        {"invalid comes before too long", times(20'001, "x") + "\xFF", TextFault::invalid},
        {"invalid comes before empty", " \xFF", TextFault::invalid},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK((fault_of(row.text) == row.fault));
    }
}

TEST_CASE("messages, replies and notes are all held to it") {
    a_new_chat().when(visitor, {Receive{" "}}).refuses(Rejection::empty);
    a_chat_of(ana).when(ana, {Reply{times(20'001, "x")}}).refuses(Rejection::too_long);
    a_new_chat().when(ana, {AddNote{"\xFF"}}).refuses(Rejection::invalid_text);
}

TEST_CASE("who may write comes before what was written") {
    a_closed_chat().when(visitor, {Receive{""}}).refuses(Rejection::locked);
    a_new_chat().when(ana, {Reply{""}}).refuses(Rejection::unowned);
}

TEST_CASE("each kind of text is held to each limit") {
    const std::vector<std::pair<std::string, Rejection>> rows{
        {"a\xFF", Rejection::invalid_text}, {" ", Rejection::empty}, {times(20'001, "x"), Rejection::too_long}};
    for (const auto& [text, rejection] : rows) {
        a_chat_of(ana).when(visitor, {Receive{text}}).refuses(rejection);
        a_chat_of(ana).when(ana, {Reply{text}}).refuses(rejection);
        a_chat_of(ana).when(ana, {AddNote{text}}).refuses(rejection);
    }
}

TEST_CASE("UTF-8 at its borders") {
    const std::vector<std::pair<std::string, bool>> rows{
        {"\x7F", true},       // The last of one byte.
        {"\xC1\xBF", false},  // The same in two.
        {"\xC2\x80", true},   // The first of two.
        {"\xE0\x9F\xBF", false},
        {"\xE0\xA0\x80", true},  // Of three.
        {"\xED\x9F\xBF", true},
        {"\xED\xBF\xBF", false},  // Before the surrogates, and the last of them.
        {"\xEE\x80\x80", true},   // After them.
        {"\xF0\x8F\xBF\xBF", false},
        {"\xF0\x90\x80\x80", true},  // Of four.
    };
    for (const auto& [text, valid] : rows) CHECK((fault_of(text) != TextFault::invalid) == valid);
}

}  // namespace wrapup::test
