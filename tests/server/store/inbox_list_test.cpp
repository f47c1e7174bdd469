#include "server/store/inbox_list.hpp"

#include <set>

#include "tests/support/random_case.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

using Ids = std::set<std::string>;

constexpr std::array every_view{View::open, View::unassigned, View::mine, View::waiting, View::snoozed, View::closed};

std::vector<std::string> ids_of(const std::vector<WrittenRow>& rows) {
    std::vector<std::string> ids;
    for (const WrittenRow& row : rows) ids.push_back(row.conversation.value);
    return ids;
}

Ids set_of(const std::vector<WrittenRow>& rows) {
    const auto ids = ids_of(rows);
    return {ids.begin(), ids.end()};
}

// Every page of a list, one after the other.
std::vector<WrittenRow> all_pages(Connection& connection, View view, const Filter& filter, const Actor& actor) {
    std::vector<WrittenRow> all;
    std::optional<Cursor> after;
    do {
        Page page = InboxList(connection).page(view, filter, actor, after);
        std::move(page.rows.begin(), page.rows.end(), std::back_inserter(all));
        after = page.next;
    } while (after);
    return all;
}

bool is_in(View view, const Conversation& state, const Actor& actor) {
    const bool queued = !state.closed() && !state.snoozed();
    switch (view) {
        case View::open:
            return queued;
        case View::unassigned:
            return queued && !state.owner;
        case View::mine:
            return queued && state.owner == AgentId{actor.id};
        case View::waiting:
            return queued && status(state) == Status::waiting;
        case View::snoozed:
            return !state.closed() && state.snoozed();
        case View::closed:
            return state.closed();
        case View::count:
            break;
    }
    return false;
}

// As many more conversations like the one that is there, the newest of them a second later.
void multiply(Connection& writer, int count) {
    writer.raw().exec(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(count) +
        ") INSERT INTO inbox SELECT place + 1000 + i, printf('%022d', i), site, customer, customer_name, owner, "
        "channel, "
        "status, closed, started_at, activity_at + 1000 * i / " +
        std::to_string(count) +
        ", due_at, timer_at, load_group, waits_in, unread_by_owner, state, preview, snoozed FROM inbox, n");
}

}  // namespace

TEST_CASE("pages have no duplicates and no holes, also where many rows are of the same millisecond") {
    Desk desk;
    std::set<std::string> conversations;
    for (int i = 0; i < 130; ++i) {
        if (i % 40 == 0) desk.time += Milliseconds{1};
        conversations.insert(desk.start_chat());
    }
    const Reading reading(desk.service.database);
    const std::vector<WrittenRow> all = all_pages(*reading, View::open, {}, ana);
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
    const std::string waiting = desk.start_chat();
    const std::string snoozed = desk.start_chat();
    const std::string closed = desk.start_chat();
    desk.run(ana, of_ana, {Claim{}});
    desk.run(ana, waiting, {Claim{}, Reply{"done"}, End{}});
    desk.run(ana, snoozed, {Claim{}, Reply{"later"}, End{}, Snooze{}});
    desk.run(ana, closed, {Claim{}, Reply{"done"}, End{}, Close{}});

    const Reading reading(desk.service.database);
    const auto listed = [&](View view, const Actor& actor) { return set_of(all_pages(*reading, view, {}, actor)); };
    CHECK(listed(View::open, ana) == Ids{unassigned, of_ana, waiting});
    CHECK(listed(View::unassigned, ana) == Ids{unassigned});
    CHECK(listed(View::mine, ana) == Ids{of_ana, waiting});
    CHECK(listed(View::mine, ben) == Ids{});
    CHECK(listed(View::waiting, ana) == Ids{waiting});
    CHECK(listed(View::snoozed, ana) == Ids{snoozed});
    CHECK(listed(View::closed, ana) == Ids{closed});
    for (const View view : every_view) CHECK(listed(view, wrapup::test::stranger) == Ids{});
}

TEST_CASE("a row that is handed on as it was stored says what the row says") {
    Desk desk;
    const std::string said = desk.start_chat();
    const std::string unsaid = random_id();
    desk.run(wrapup::test::visitor, unsaid, {wrapup::test::start_chat});
    const std::string task = random_id();
    desk.run(ana, task, {Start{shop, Channel::task, {}, {}}});
    const Reading reading(desk.service.database);
    const auto rows = InboxList(*reading).page(View::open, {}, ana, {}).rows;
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
    CHECK(ids_of(InboxList(*reading).page(View::open, {}, both, {}).rows) == expected);
}

TEST_CASE("a list has what the view and the filter both say, whichever filter it is") {
    const auto seed = GENERATE(1u, 2u, 3u);
    CAPTURE(seed);
    std::mt19937 random(seed);
    Policy policy;
    policy.topics = {{"orders"}, {"returns"}};
    Desk desk(policy);
    std::vector<std::string> conversations;
    for (int i = 0; i < 12; ++i) {
        conversations.push_back(desk.start_chat());
        if (i % 2 == 0)
            desk.run(i % 4 == 0 ? ana : ben, conversations.back(), {Claim{}, SetTopics{{policy.topics[0]}}});
    }
    for (int i = 0; i < 150; ++i)
        desk.run(wrapup::test::anybody(random), conversations[random() % conversations.size()],
                 {wrapup::test::any_command(random, wrapup::test::TextKind::any, desk.time)});
    for (int i = 0; i < 3; ++i) {
        conversations.push_back(random_id());
        desk.run(ana, conversations.back(), {Start{shop, Channel::task, {}, {}}});
    }
    std::vector<Filter> filters{{}};
    const auto with = [&](auto member, const auto& values) {
        const std::vector<Filter> before = filters;
        for (const Filter& filter : before)
            for (const auto& value : values) {
                filters.push_back(filter);
                filters.back().*member = value;
            }
    };
    with(&Filter::status, std::vector{Status::new_, Status::open, Status::waiting, Status::closed});
    with(&Filter::owner, std::vector<Filter::Owner>{std::nullopt, AgentId{"ana"}, AgentId{"ben"}});
    with(&Filter::channel, std::vector{Channel::chat, Channel::task, Channel::call});
    with(&Filter::site, std::vector{shop, SiteId{"elsewhere"}});
    with(&Filter::topic, std::vector{policy.topics[0], policy.topics[1]});
    const Reading reading(desk.service.database);
    std::size_t some = 0;
    for (const View view : every_view)
        for (const Filter& filter : filters) {
            Ids expected;
            for (const std::string& conversation : conversations) {
                const Conversation state = InboxView(*reading).state({conversation});
                if (is_in(view, state, ana) && passes(filter, state)) expected.insert(conversation);
            }
            some += !expected.empty();
            if (set_of(all_pages(*reading, view, filter, ana)) != expected) FAIL_CHECK("another list");
        }
    CHECK(some > 100);
}

TEST_CASE("what few pass is found at the end of a long list, in pages that are not looked for longer than others") {
    Desk desk;
    const std::string chat = desk.start_chat();
    {
        Writing writing(desk.service.database);
        multiply(*writing, 4'500);
        (*writing).run("UPDATE inbox SET channel = 'email' WHERE conversation = ?", chat);
        writing.commit();
    }
    const Reading reading(desk.service.database);
    const Filter rare{{}, {}, Channel::email, {}, {}};
    std::vector<std::size_t> pages;
    std::optional<Cursor> after;
    do {
        const Page page = InboxList(*reading).page(View::open, rare, ana, after);
        pages.push_back(page.rows.size());
        after = page.next;
    } while (after);
    CHECK(pages == std::vector<std::size_t>{0, 0, 1});
    CHECK(all_pages(*reading, View::open, {}, ana).size() == 4'501);
}

TEST_CASE("each list is read along an index, so that closed conversations cost the open ones nothing") {
    const Folder folder;
    Database database(folder.file("w.db"));
    const Reading reading(database);
    const auto plan_of = [&](const std::string& where) {
        SQLite::Statement plan((*reading).raw(), "EXPLAIN QUERY PLAN SELECT state FROM inbox WHERE site = 's' AND " +
                                                     where +
                                                     " AND (activity_at, conversation) < (1, '') "
                                                     "ORDER BY activity_at DESC, conversation DESC LIMIT 51");
        std::string text;
        while (plan.executeStep()) text += plan.getColumn(3).getString() + '\n';
        return text;
    };
    const std::vector<std::pair<std::string, std::string>> indexes{
        {"closed = 0 AND snoozed = 0", "inbox_by_activity"},
        {"closed = 0 AND snoozed = 0 AND status = 'waiting'", "inbox_by_status"},
        {"closed = 0 AND snoozed = 0 AND owner IS 'ana'", "inbox_by_owner"},
        {"snoozed = 1", "inbox_snoozed"},
        {"closed = 1", "inbox_by_activity"},
        {"closed = 1 AND owner IS 'ana'", "inbox_closed_by_owner"},
    };
    for (const auto& [where, index] : indexes) {
        const std::string text = plan_of(where);
        CAPTURE(where, text);
        CHECK(text.find("USING INDEX " + index + " ") != std::string::npos);
        CHECK(text.find("TEMP B-TREE") == std::string::npos);
    }
}

}  // namespace wrapup::server::test
