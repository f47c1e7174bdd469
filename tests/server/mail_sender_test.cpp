#include "server/mail_sender.hpp"

#include "server/mailer.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

using wrapup::test::visitor;
using Did = MailSender::Did;
using Outcome = SmtpVerdict::Outcome;

constexpr Milliseconds one_ms{1};

// A desk with a chat that is under way, and a mail server in one's own hand.
struct Mailing : Desk {
    std::string chat = start_chat();
    std::vector<SmtpLetter> letters;
    Outcome says = Outcome::accepted;
    MailSender sender{service, [this](const SmtpLetter& letter, const Hurry&) {
                          letters.push_back(letter);
                          return SmtpVerdict{says, "as it was told"};
                      }};
    const Milliseconds window{service.policy().undo_window_ms};

    Mailing() {
        service.mail = {"smtp://127.0.0.1:25", "", "", "chat@shop.test"};
        run(ana, chat, {Claim{}});
    }

    std::optional<MailRefusal> ask(const std::string& address = "vera@home.test") {
        return ask_for_mail(service, {{chat}, {visitor.id}, address, Language::english});
    }
    void close() { REQUIRE(run(ana, chat, {Reply{"bye"}, End{true}, Close{}}).code == "ok"); }
    // Whatever is due by now. Returns how many have left.
    std::size_t send() {
        const std::size_t before = letters.size();
        while (sender.send_one([] { return false; }) == Did::something) {
        }
        return letters.size() - before;
    }
    std::size_t send_after(Milliseconds wait) {
        time += wait;
        return send();
    }
    std::int64_t count(const char* sql) {
        const Reading reading(service.database);
        Query query = (*reading).query(sql);
        query.next();
        return query.integer(0);
    }
    std::int64_t waiting() { return count("SELECT count(*) FROM mails WHERE due_at IS NOT NULL"); }
};

std::string message_id_of(const SmtpLetter& letter) {
    const auto from = letter.wire_text.find("Message-ID:");
    return letter.wire_text.substr(from, letter.wire_text.find('\r', from) - from);
}

}  // namespace

TEST_CASE("no transcript is taken while a chat is going on") {
    Mailing desk;
    CHECK(desk.ask() == MailRefusal::session_active);
    CHECK(desk.waiting() == 0);
}

TEST_CASE("a transcript of a chat that is ended but open leaves at once, and once") {
    Mailing desk;
    desk.run(ana, desk.chat, {End{}});
    CHECK_FALSE(desk.ask());
    CHECK(desk.send() == 1);
    CHECK(desk.letters.at(0).to == "vera@home.test");
    CHECK(desk.send_after(Milliseconds{day_ms}) == 0);
}

TEST_CASE("a transcript of a closed chat leaves once the close can no longer be undone") {
    Mailing desk;
    desk.close();
    CHECK_FALSE(desk.ask());
    CHECK(desk.send_after(desk.window) == 0);
    CHECK(desk.send_after(one_ms) == 1);
    CHECK(desk.run(ana, desk.chat, {UndoClose{}}).code == "undo_window_over");
}

TEST_CASE("where the close is undone, nothing leaves until the chat is over again") {
    Mailing desk;
    desk.close();
    CHECK_FALSE(desk.ask());
    desk.time += desk.window;
    REQUIRE(desk.run(ana, desk.chat, {UndoClose{}}).code == "ok");
    CHECK(desk.send_after(one_ms) == 0);
    CHECK(desk.send_after(Milliseconds{hour_ms}) == 0);
    CHECK(desk.waiting() == 1);
    desk.close();
    CHECK(desk.send_after(MailSender::look_at_conversation_every) == 0);
    CHECK(desk.send_after(one_ms) == 1);
    CHECK(desk.send_after(Milliseconds{day_ms}) == 0);
}

TEST_CASE("a transcript of a chat that is never over is given up after a week") {
    Mailing desk;
    desk.close();
    CHECK_FALSE(desk.ask());
    REQUIRE(desk.run(ana, desk.chat, {UndoClose{}}).code == "ok");
    CHECK(desk.send_after(desk.window + one_ms) == 0);
    CHECK(desk.waiting() == 1);
    CHECK(desk.send_after(MailSender::kept_max) == 0);
    CHECK(desk.waiting() == 0);
}

TEST_CASE("a mail server that takes nothing is asked less and less often, for about a day") {
    Mailing desk;
    desk.run(ana, desk.chat, {End{}});
    CHECK_FALSE(desk.ask());
    desk.says = Outcome::failed;
    CHECK(desk.send() == 1);
    Milliseconds in_all{};
    for (std::int64_t attempts = 1; attempts < MailSender::attempts_max; ++attempts) {
        const Milliseconds wait = MailSender::retry_after(attempts);
        CHECK(desk.send_after(wait - one_ms) == 0);
        CHECK(desk.send_after(one_ms) == 1);
        in_all += wait;
    }
    CHECK((in_all > Milliseconds{20 * hour_ms} && in_all < Milliseconds{28 * hour_ms}));
    CHECK(desk.waiting() == 0);
    CHECK(desk.send_after(Milliseconds{day_ms}) == 0);
    for (const SmtpLetter& letter : desk.letters) CHECK(message_id_of(letter) == message_id_of(desk.letters.front()));
}

TEST_CASE("what the mail server says that it never takes is given up soon") {
    Mailing desk;
    desk.run(ana, desk.chat, {End{}});
    CHECK_FALSE(desk.ask());
    desk.says = Outcome::refused;
    std::size_t letters = desk.send();
    for (int i = 0; i < 100; ++i) letters += desk.send_after(Milliseconds{hour_ms});
    CHECK(letters == static_cast<std::size_t>(MailSender::attempts_refused_max));
    CHECK(desk.waiting() == 0);
}

TEST_CASE("an attempt that nobody lived to tell of is made again, in its time") {
    Mailing desk;
    desk.run(ana, desk.chat, {End{}});
    CHECK_FALSE(desk.ask());
    MailSender killed(desk.service,
                      [](const SmtpLetter&, const Hurry&) -> SmtpVerdict { throw std::runtime_error("kill"); });
    CHECK_THROWS(killed.send_one([] { return false; }));
    CHECK(desk.send() == 0);
    CHECK(desk.send_after(MailSender::retry_first) == 1);
    CHECK(desk.waiting() == 0);
}

TEST_CASE("there is a bound for a conversation, a visitor, an address and the server") {
    Mailing desk;
    const auto another_chat = [&](const std::string& visitor_id) {
        desk.chat = random_id();
        const Actor other{Role::customer, visitor_id, {shop}, {}, {}, {}};
        desk.run(other, desk.chat, {Start{shop, Channel::chat, {visitor_id}, {}}, Receive{"hello"}, End{}});
    };
    another_chat(visitor.id);
    for (std::int64_t i = 0; i < mails_per_conversation_max; ++i) CHECK_FALSE(desk.ask("a@home.test"));
    CHECK(desk.ask("b@home.test") == MailRefusal::too_many);
    desk.send_after(Milliseconds{30 * day_ms});
    CHECK(desk.ask("b@home.test") == MailRefusal::too_many);

    another_chat(visitor.id);
    for (std::int64_t i = 0; i < mails_per_visitor_per_day_max; ++i) {
        if (i % mails_per_conversation_max == 0) another_chat(visitor.id);
        CHECK_FALSE(desk.ask("visitor" + std::to_string(i) + "@home.test"));
    }
    CHECK(desk.ask("c@home.test") == MailRefusal::too_many);
    desk.time += mail_day;
    CHECK_FALSE(desk.ask("c@home.test"));

    for (std::int64_t i = 0; i < mails_to_address_per_day_max; ++i) {
        if (i % mails_per_conversation_max == 0) another_chat(visitor.id);
        CHECK_FALSE(desk.ask(i % 2 == 0 ? "many@home.test" : "MANY@home.test"));
    }
    desk.send();
    another_chat(visitor.id);
    CHECK(desk.ask("many@home.test") == MailRefusal::too_many);
    CHECK_FALSE(desk.ask("other@home.test"));

    another_chat(visitor.id);
    {
        Writing writing(desk.service.database);
        for (std::int64_t i = 0; i < mails_per_day_max; ++i)
            Mails(*writing).add(
                {0, random_id(), {random_id()}, {"viktor"}, "x@home.test", {}, desk.time, desk.time, 0});
        writing.commit();
    }
    CHECK(desk.ask("yet.another@home.test") == MailRefusal::too_many);
}

TEST_CASE("an address is forgotten once it is no longer counted, but never before its mail has left") {
    Mailing desk;
    desk.run(ana, desk.chat, {End{}});
    CHECK_FALSE(desk.ask());
    const auto kept = [&] { return desk.count("SELECT count(*) FROM mails WHERE address <> ''"); };
    desk.time += mail_day + one_ms;
    desk.sender.forget_addresses();
    CHECK(kept() == 1);
    CHECK(desk.send() == 1);
    desk.sender.forget_addresses();
    CHECK(kept() == 0);
}

TEST_CASE("the mailer's thread sends what is due, and ends within its time though a mail server says nothing") {
    Mailing desk;
    desk.run(ana, desk.chat, {End{}});
    CHECK_FALSE(desk.ask());
    std::promise<void> began;
    const Ticks start = ticks();
    {
        const Mailer mailer(desk.service, [&](const SmtpLetter&, const Hurry& hurry) {
            began.set_value();
            while (!hurry()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return SmtpVerdict{};
        });
        REQUIRE(began.get_future().wait_for(std::chrono::seconds(60)) == std::future_status::ready);
    }
    CHECK(ticks() - start >= Mailer::stop_ms_max);
    CHECK(desk.waiting() == 1);
}

}  // namespace wrapup::server::test
