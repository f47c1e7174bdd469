#include "server/mail_message.hpp"

#include "server/mail_address.hpp"
#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

MailMessage message() {
    return {"4711",
            "chat@shop.test",
            "Shop",
            "vera@home.test",
            "Your conversation with Shop",
            "en",
            "Hello\nVera",
            Time{Milliseconds{1'774'739'700'000}}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0, end = 0; from < text.size(); from = end + 2) {
        end = text.find("\r\n", from);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(from, end - from));
    }
    return lines;
}

}  // namespace

TEST_CASE("a mail is whole, and marked as sent by a machine") {
    CHECK(wire_text(message()) ==
          "Date: Sat, 28 Mar 2026 23:15:00 +0000\r\n"
          "From: Shop <chat@shop.test>\r\n"
          "To: <vera@home.test>\r\n"
          "Subject: Your conversation with Shop\r\n"
          "Message-ID: <4711@shop.test>\r\n"
          "Auto-Submitted: auto-generated\r\n"
          "MIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n"
          "Content-Language: en\r\n"
          "\r\n"
          "SGVsbG8NClZlcmE=\r\n");
}

TEST_CASE("whatever a site is called and whatever is said, a mail is ASCII in short lines with the same headers") {
    for (const char* hostile :
         {"x\r\nBcc: <all@shop.test>\r\n\r\nBuy!", "x\nBcc: <all@shop.test>", "x\rBcc: <all@shop.test>",
          "=?UTF-8?B?QmNjOg==?=", "\"Shop\" <evil@shop.test>, other", "Ümläute und 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
          "a very long name of a shop that goes on and on, much longer than any line of a header may ever be"}) {
        MailMessage sent = message();
        sent.from_name = sent.subject = hostile;
        for (int i = 0; i < 100; ++i) sent.text += std::string(hostile) + "\r\n.\r\n";
        const auto lines = lines_of(wire_text(sent));
        std::size_t headers = 0;
        bool in_body = false;
        for (const std::string& line : lines) {
            CAPTURE(line);
            CHECK(line.size() <= 78);
            CHECK(line.find_first_of("\r\n") == std::string::npos);
            CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
            in_body = in_body || line.empty();
            if (!in_body && line.front() != ' ') ++headers;
            CHECK(line.find("Bcc") == std::string::npos);
            CHECK(line != ".");
        }
        CHECK(headers == 10);
    }
}

TEST_CASE("one address in ASCII is taken, and nothing else") {
    for (const char* good : {"vera@example.org", "v.s+tag@mail.example.co.uk", "a@b-c.de", "o'neil_{x}@1.example"})
        CHECK(is_mail_address(good));
    const std::string long_part(65, 'a'), long_label(64, 'b');
    for (const std::string& bad : {std::string(),
                                   std::string("vera"),
                                   std::string("@example.org"),
                                   std::string("vera@"),
                                   std::string("vera@localhost"),
                                   std::string("a@b@example.org"),
                                   std::string("a@example.org,b@example.org"),
                                   std::string("a@example.org b@example.org"),
                                   std::string("<a@example.org>"),
                                   std::string("\"a b\"@example.org"),
                                   std::string("a@example.org\r\nRCPT TO:<b@example.org>"),
                                   std::string("a@example.org\n"),
                                   std::string("a\0@example.org", 14),
                                   std::string("ä@example.org"),
                                   std::string("a@münchen.de"),
                                   std::string("a@[127.0.0.1]"),
                                   std::string(".a@example.org"),
                                   std::string("a.@example.org"),
                                   std::string("a..b@example.org"),
                                   std::string("a@-example.org"),
                                   std::string("a@example-.org"),
                                   std::string("a@example..org"),
                                   std::string("a@example.org."),
                                   std::string("a(x)@example.org"),
                                   long_part + "@example.org",
                                   "a@" + long_label + ".org",
                                   "a@" + std::string(63, 'b') + '.' + std::string(63, 'b') + '.' +
                                       std::string(63, 'b') + '.' + std::string(63, 'b') + ".org"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_mail_address(bad));
    }
}

}  // namespace wrapup::server::test
