#include "server/transcript.hpp"

#include <algorithm>

#include "core/visible.hpp"
#include "server/plain_text.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::server::test {
namespace {

using wrapup::test::check_golden;

constexpr std::int64_t start_ms = 1'774'739'700'000;  // 28 March 2026, 23:15 UTC, the night in which clocks go forward.

const Author customer{Role::customer, "vera"}, ana{Role::agent, "ana"}, ben{Role::agent, "ben"},
    by_itself{Role::system, ""};

// Everything that a transcript has a line for, and everything that it has none for.
Telling everything() {
    Telling telling{"Contoso", "Vera Stein", {{"ana", "Ana"}, {"ben", "Ben Müller"}}, {}};
    std::int64_t minute = 0;
    const auto happens = [&](const Author& by, Fact fact) {
        telling.events.push_back({static_cast<Version>(telling.events.size() + 1),
                                  Time{Milliseconds{start_ms + minute * minute_ms}}, by, std::move(fact)});
    };
    const auto later = [&](std::int64_t minutes, const Author& by, Fact fact) {
        minute += minutes;
        happens(by, std::move(fact));
    };
    const Attachment invoice{{"a"}, "invoice.pdf", MediaType::pdf, 217'600, 0, 0, 0};
    const Attachment photo{{"b"}, "photo of\nthe \u202Ebox.png", MediaType::png, 1'290'000, 10, 10, 0};
    const Attachment tiny{{"c"}, "dot.gif", MediaType::gif, 820, 1, 1, 0};
    happens(customer, Started{{"shop"}, Channel::chat, {"vera"}, {}});
    happens(customer, SessionStarted{});
    happens(customer, MessageReceived{"Hello!\nWhere is my order?", {photo, tiny}});
    later(1, ana, Claimed{});
    happens(ana, MarkedRead{3});
    later(44, ana, Replied{"It is on its way.", true, {}, {invoice}});
    happens(ana, NoteAdded{"She asks for the third time."});
    later(15, ana, Assigned{{"ben"}});
    later(1, ben, Released{});
    happens(ben, Assigned{{"carl"}});
    happens(by_itself, CustomerLeft{});
    happens(by_itself, CustomerReturned{});
    happens(ben, TopicsSet{{{"delivery"}}});
    happens(ben, Snoozed{});
    happens(ben, Woken{});
    happens(ben, MarkedNoReplyNeeded{});
    later(1, by_itself, SessionEnded{});
    later(5, customer, MessageReceived{"", {tiny}});
    happens(customer, SessionStarted{});
    later(1, ana, SessionEnded{});
    happens(ana, Closed{});
    happens(ana, CloseUndone{});
    later(1, customer, SessionEnded{});
    later(24 * 60, by_itself, Closed{});
    later(1, customer, Rated{4, "Fast.\nThank you!"});
    happens(by_itself, Identified{{"vera"}});
    later(1, customer, Reopened{});
    later(1, by_itself, Reopened{});
    return telling;
}

// As the customer may see it.
Telling for_customer(const Telling& whole, AgentNames names) {
    Policy policy;
    policy.agent_names = names;
    Telling telling = whole;
    telling.events.clear();
    for (const Event& event : whole.events)
        if (auto seen = visible_to(event, {Role::customer, "vera", {{"shop"}}, {}, {}, {}}, policy))
            telling.events.push_back(std::move(*seen));
    return telling;
}

Telling with_message(const std::string& text, const std::string& name = "Vera") {
    return {"Shop", name, {}, {{1, Time{}, customer, MessageReceived{text}}}};
}

std::size_t lines_with(const std::string& text, const std::string& part) {
    std::istringstream in(text);
    std::size_t lines = 0;
    for (std::string line; std::getline(in, line);)
        if (line.find(part) != std::string::npos) ++lines;
    return lines;
}

}  // namespace

TEST_CASE("a transcript reads as the one that was approved, in each language") {
    const TimeZone berlin = TimeZone::named("Europe/Berlin").value();
    for (const Language language : {Language::english, Language::german, Language::arabic})
        check_golden("transcript." + std::string(name_of(language)) + ".txt",
                     transcript_text(for_customer(everything(), AgentNames::shown), {language, berlin}));
    check_golden("transcript.agent.txt", transcript_text(everything(), {Language::english, TimeZone::utc()}));
}

TEST_CASE("a customer's transcript has no note, and no name where the policy hides them") {
    const std::string shown = transcript_text(for_customer(everything(), AgentNames::shown), {});
    CHECK(shown.find("third time") == std::string::npos);
    CHECK(shown.find("left the page") == std::string::npos);
    CHECK(shown.find("Ana") != std::string::npos);
    const std::string hidden = transcript_text(for_customer(everything(), AgentNames::hidden), {});
    CHECK(hidden.find("Ana") == std::string::npos);
    CHECK(hidden.find("Ben") == std::string::npos);
    CHECK(hidden.find("Our team joined") != std::string::npos);
}

TEST_CASE("nobody can write a line that looks like one of ours") {
    for (const char* end : {"\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"}) {
        const std::string forged = std::string("Hi") + end + "00:00  Ana ended the chat";
        const std::string text = transcript_text(with_message(forged), {});
        CHECK(lines_with(text, "    00:00  Ana ended the chat") == 1);
        CHECK(lines_with(transcript_text(with_message("Hi", forged), {}), "Hi 00:00  Ana ended the chat:") == 1);
    }
}

TEST_CASE("what moves a cursor or turns the writing around is left out, and everything else is kept") {
    std::string all_controls;
    for (char c = 1; c < ' '; ++c)
        if (c < '\t' || c > '\r') all_controls += c;
    CHECK(plain_line("a" + all_controls + "\x7F\u0080\u009B\u202A\u202E\u2066\u2069z") == "az");
    CHECK(plain_line("a\tb \u200B\u200Fשלום 😀 ÿ\u00A0\u202F\u2065") == "a\tb \u200B\u200Fשלום 😀 ÿ\u00A0\u202F\u2065");
    CHECK(plain_lines("\n\r\n\r") == std::vector<std::string>{"", "", "", ""});
    const std::string emoji = [] {
        std::string many;
        for (int i = 0; i < 20'000; ++i) many += "😀";
        return many;
    }();
    CHECK(plain_line(emoji) == emoji);
}

TEST_CASE("braces in names are nothing but braces") {
    const std::string text = transcript_text(with_message("Hi", "{site} {who}"), {});
    CHECK(text.find("{site} {who}:") != std::string::npos);
}

TEST_CASE("a transcript that is too long ends with a line that says so") {
    Telling telling = with_message("first");
    telling.events.push_back({2, Time{}, customer, MessageReceived{std::string(10'000, 'x')}});
    const std::string text = transcript_text(telling, {Language::english, TimeZone::utc(), 1'000});
    CHECK(text.size() < 1'000);
    CHECK(text.find("    first\n") != std::string::npos);
    CHECK(text.find("xxx") == std::string::npos);
    CHECK(text.ends_with("\nThe rest is too long for a mail and is left out.\n"));
}

TEST_CASE("the name of its file is made of our own letters, of the day where the reader is") {
    const Telling telling = everything();
    const ConversationId conversation{"Ab9_-xYz012345678901"};
    CHECK(transcript_file_name(telling, conversation, TimeZone::utc()) == "transcript-2026-03-28-b9xz01.txt");
    const auto berlin = TimeZone::named("Europe/Berlin");
    CHECK(transcript_file_name(telling, conversation, *berlin) == "transcript-2026-03-29-b9xz01.txt");
}

TEST_CASE("only the names of places in the table are time zones") {
    for (const char* name : {"", "Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "Europe", "+01:00"})
        CHECK_FALSE(TimeZone::named(name));
    const WallTime kathmandu = TimeZone::named("Asia/Kathmandu").value().at(Time{Milliseconds{start_ms}});
    CHECK((kathmandu.day == 29 && kathmandu.hour == 5 && kathmandu.minute == 0));
    const WallTime before_1970 = TimeZone::utc().at(Time{Milliseconds{-1}});
    CHECK((before_1970.year == 1969 && before_1970.hour == 23 && before_1970.minute == 59));
}

}  // namespace wrapup::server::test
