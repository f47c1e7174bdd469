#include "server/store/inbox_view.hpp"

#include <set>

#include "core/evolve.hpp"
#include "server/store/event_log.hpp"
#include "server/store/rebuild.hpp"
#include "tests/support/random_case.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

std::vector<std::string> ids_of(const std::vector<WrittenRow>& rows) {
    std::vector<std::string> ids;
    for (const WrittenRow& row : rows) ids.push_back(row.conversation.value);
    return ids;
}

// Every page of a list, one after the other.
std::vector<WrittenRow> all_pages(InboxView view, View which, const Actor& actor) {
    std::vector<WrittenRow> all;
    std::optional<Cursor> after;
    for (;;) {
        std::vector<WrittenRow> rows = view.rows(which, actor, after);
        const bool more = rows.size() > InboxView::page_rows_max;
        if (more) rows.pop_back();
        std::copy(rows.begin(), rows.end(), std::back_inserter(all));
        if (!more) return all;
        after = Cursor{rows.back().activity_at, rows.back().conversation};
    }
}

}  // namespace

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
        counted.open += open;
        counted.closed += !open;
        counted.unassigned += open && !state.owner;
        counted.mine += open && state.owner == AgentId{"ana"};
        counted.waiting += status(state) == Status::waiting;
        counted.by_channel[Channel::chat] += open;
    }
    const Reading reading(desk.service.database);
    CHECK(InboxView(*reading).counts(ana) == counted);
    CHECK(InboxView(*reading).counts(wrapup::test::stranger) == Counts{});
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

TEST_CASE("pages have no duplicates and no holes, also where many rows are of the same millisecond") {
    Desk desk;
    std::set<std::string> conversations;
    for (int i = 0; i < 130; ++i) {
        if (i % 40 == 0) desk.time += Milliseconds{1};
        conversations.insert(desk.start_chat());
    }
    const Reading reading(desk.service.database);
    const std::vector<WrittenRow> all = all_pages(InboxView(*reading), View::open, ana);
    const auto ids = ids_of(all);
    CHECK(ids.size() == conversations.size());
    CHECK(std::set<std::string>(ids.begin(), ids.end()) == conversations);
    CHECK(std::is_sorted(all.begin(), all.end(),
                         [](const WrittenRow& a, const WrittenRow& b) { return a.activity_at > b.activity_at; }));
}

TEST_CASE("each view lists what its name says, for the agent who asks") {
    Desk desk;
    const std::string unassigned = desk.start_chat();
    const std::string of_ana = desk.start_chat();
    const std::string closed = desk.start_chat();
    desk.run(ana, of_ana, {Claim{}});
    desk.run(ana, closed, {Claim{}, Reply{"done"}, End{}, Close{}});

    const Reading reading(desk.service.database);
    const auto listed = [&](View view, const Actor& actor) {
        const auto ids = ids_of(all_pages(InboxView(*reading), view, actor));
        return std::set<std::string>(ids.begin(), ids.end());
    };
    using Ids = std::set<std::string>;
    CHECK(listed(View::open, ana) == Ids{unassigned, of_ana});
    CHECK(listed(View::unassigned, ana) == Ids{unassigned});
    CHECK(listed(View::mine, ana) == Ids{of_ana});
    CHECK(listed(View::mine, ben) == Ids{});
    CHECK(listed(View::closed, ana) == Ids{closed});
    for (const View view : {View::open, View::unassigned, View::mine, View::closed})
        CHECK(listed(view, wrapup::test::stranger) == Ids{});
}

TEST_CASE("a row that is handed on as it was stored says what the row says") {
    Desk desk;
    const std::string said = desk.start_chat();
    const std::string unsaid = random_id();
    desk.run(wrapup::test::visitor, unsaid, {wrapup::test::start_chat});
    const std::string task = random_id();
    desk.run(ana, task, {Start{shop, Channel::task, {}, {}}});
    const Reading reading(desk.service.database);
    const auto rows = InboxView(*reading).rows(View::open, ana, {});
    CHECK(rows.size() == 3);
    for (const WrittenRow& row : rows)
        CHECK(Json::parse(row.json) == encode(InboxView(*reading).row(row.conversation).value()));
}

TEST_CASE("an agent of two sites gets both in one order") {
    Desk desk;
    const Actor viktor{Role::customer, "viktor", {{"elsewhere"}}, {}};
    std::vector<std::string> expected;
    for (int i = 0; i < 6; ++i) {
        desk.time += Milliseconds{1};
        const std::string conversation = random_id();
        const Actor& customer = i % 2 == 0 ? wrapup::test::visitor : viktor;
        desk.run(customer, conversation, {Start{customer.sites[0], Channel::chat, {customer.id}, {}}});
        expected.insert(expected.begin(), conversation);
    }
    const Actor both{Role::agent, "ana", {{"elsewhere"}, {"shop"}}, {}};
    const Reading reading(desk.service.database);
    CHECK(ids_of(InboxView(*reading).rows(View::open, both, {})) == expected);
}

TEST_CASE("a list is read from an index, so that closed conversations cost the open ones nothing") {
    const Folder folder;
    Database database(folder.file("w.db"));
    const Reading reading(database);
    Query plan = (*reading).query(
        "EXPLAIN QUERY PLAN SELECT state FROM inbox WHERE inbox.site = 's' AND closed = 0 AND "
        "(activity_at, conversation) < (1, '') ORDER BY activity_at DESC, conversation DESC LIMIT 51");
    std::string text;
    while (plan.next()) text += plan.text(3) + '\n';
    CAPTURE(text);
    CHECK(text.find("USING INDEX inbox_by_activity") != std::string::npos);
    CHECK(text.find("TEMP B-TREE") == std::string::npos);
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
