#include "server/store/inbox_view.hpp"

#include "core/evolve.hpp"
#include "server/store/event_log.hpp"
#include "server/store/rebuild.hpp"
#include "tests/support/random_case.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {

TEST_CASE("counters say what counting would") {
    const auto seed = GENERATE(1u, 2u, 3u);
    CAPTURE(seed);
    std::mt19937 random(seed);
    Desk desk;
    std::vector<std::string> conversations;
    for (int i = 0; i < 12; ++i) conversations.push_back(desk.start_chat());
    for (int i = 0; i < 200; ++i)
        desk.run(wrapup::test::anybody(random), conversations[random() % conversations.size()],
                 {wrapup::test::any_command(random, wrapup::test::TextKind::any, desk.time)});
    Counts counted;
    for (const std::string& conversation : conversations) {
        const Conversation state = desk.state(conversation);
        const bool open = !state.closed();
        const bool queued = open && !state.snoozed();
        counted.open += queued;
        counted.snoozed += open && !queued;
        counted.closed += !open;
        counted.unassigned += queued && !state.owner;
        counted.mine += queued && state.owner == AgentId{"ana"};
        counted.waiting += queued && status(state) == Status::waiting;
    }
    const Reading reading(desk.service.database);
    const auto counts = InboxView(*reading).counts(ana);
    REQUIRE(counts.size() == 1);
    CHECK(counts[0].channel == Channel::chat);
    CHECK(counts[0].counts == counted);
    CHECK(InboxView(*reading).counts(wrapup::test::stranger).empty());
}

TEST_CASE("after any history, each row says what the replay of its events says") {
    const auto seed = GENERATE(1u, 2u, 3u, 4u);
    CAPTURE(seed);
    std::mt19937 random(seed);
    Desk desk;
    std::vector<std::string> conversations;
    for (int i = 0; i < 5; ++i) conversations.push_back(desk.start_chat());
    for (int i = 0; i < 150; ++i) {
        desk.time += Milliseconds{random() % 3};
        desk.run(wrapup::test::anybody(random), conversations[random() % conversations.size()],
                 {wrapup::test::any_command(random, wrapup::test::TextKind::any, desk.time)});
    }

    {
        Writing writing(desk.service.database);
        CHECK(rebuild(*writing).differences == 0);
    }
    const Reading reading(desk.service.database);
    for (const std::string& conversation : conversations) {
        Conversation replayed;
        std::optional<Preview> said;
        Time last_at;
        for (const StoredEvent& stored : EventLog(*reading).of({conversation})) {
            replayed = evolve(std::move(replayed), stored.event);
            if (!std::holds_alternative<MarkedRead>(stored.event.fact)) last_at = stored.event.at;
            if (const auto* message = std::get_if<MessageReceived>(&stored.event.fact))
                said = {Role::customer, message->text};
            if (const auto* reply = std::get_if<Replied>(&stored.event.fact))
                said = {stored.event.by.role, reply->text};
        }
        const Row row = InboxView(*reading).row({conversation}).value();
        CHECK(row.state == replayed);
        CHECK(row.activity_at == last_at);
        CHECK(row.preview->text == said->text);
        CHECK(row.preview->by == said->by);
    }
}

TEST_CASE("closed ones lie in the file in the order in which they were closed, until they are closed again") {
    Desk desk;
    std::vector<std::string> chats;
    for (int i = 0; i < 4; ++i) chats.push_back(desk.start_chat());
    for (const int i : {2, 0, 3}) desk.run(ana, chats.at(i), {Claim{}, Reply{"done"}, End{}, Close{}});
    desk.run(ana, chats[2], {AddNote{"stays where it was"}, MarkRead{1}});
    desk.run(ana, chats[0], {Reopen{}, Close{}});
    Writing writing(desk.service.database);
    const auto in_the_file = [&] {
        std::vector<std::string> conversations;
        Query query = (*writing).query("SELECT conversation FROM inbox ORDER BY place");
        while (query.next()) conversations.push_back(query.text(0));
        return conversations;
    };
    CHECK(in_the_file() == std::vector{chats[1], chats[2], chats[3], chats[0]});
    CHECK(rebuild(*writing).differences == 0);
    CHECK(in_the_file() == std::vector{chats[1], chats[2], chats[3], chats[0]});
}

TEST_CASE("a row has its customer's name, also after that has changed") {
    Desk desk;
    const std::string chat = desk.start_chat();
    Writing writing(desk.service.database);
    const auto name = [&] { return InboxView(*writing).row({chat})->customer.name; };
    CHECK(name() == wrapup::test::visitor.id);
    (*writing).run("UPDATE customers SET name = ? WHERE id = ?", std::string("Vera"), wrapup::test::visitor.id);
    CHECK(name() == "Vera");
    CHECK(rebuild(*writing).differences == 0);
    CHECK(name() == "Vera");
    (*writing).run("UPDATE customers SET name = ? WHERE id = ?", std::string("Vera V."), wrapup::test::visitor.id);
    CHECK(name() == "Vera V.");
}

TEST_CASE("a preview is cut between characters") {
    Desk desk;
    const std::string conversation = random_id();
    std::string text;
    for (int i = 0; i < 200; ++i) text += "\U0001F44B";
    desk.run(wrapup::test::visitor, conversation, {wrapup::test::start_chat, Receive{text}});
    const Reading reading(desk.service.database);
    CHECK(InboxView(*reading).row({conversation})->preview->text == text.substr(0, 4 * Preview::code_points_max));
}

}  // namespace wrapup::server::test
