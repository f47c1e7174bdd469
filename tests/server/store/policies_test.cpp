#include "server/store/policies.hpp"

#include "server/store/rebuild.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

std::string complaint(const char* text) {
    try {
        policy_from(Json::parse(text));
        return "-";
    } catch (const Malformed& malformed) {
        return malformed.field;
    }
}

std::vector<std::int64_t> policies_of_events(Database& database) {
    const Reading reading(database);
    Query query = (*reading).query("SELECT DISTINCT policy FROM events ORDER BY policy");
    std::vector<std::int64_t> versions;
    while (query.next()) versions.push_back(query.integer(0));
    return versions;
}

}  // namespace

TEST_CASE("a policy says only what it changes") {
    const Policy policy = policy_from(Json::parse(
        R"({"idle_end_ms": 60000, "reopen": {"chat": {"mode": "window", "window_ms": 5}}, "routing": "push"})"));
    Policy expected;
    expected.idle_end_ms = 60'000;
    expected.reopen[Channel::chat] = {ReopenMode::window, 5};
    expected.routing = Routing::push;
    CHECK(policy == expected);
    CHECK(policy_from(Json::object()) == Policy{});
}

TEST_CASE("what a policy cannot say is refused, naming the field") {
    CHECK(complaint(R"([])") == "");
    CHECK(complaint(R"({"colour": 1})") == "colour");
    CHECK(complaint(R"({"idle_end_ms": "soon"})") == "idle_end_ms");
    CHECK(complaint(R"({"reopen": {"fax": {"mode": "locked", "window_ms": 0}}})") == "reopen.fax");
    CHECK(complaint(R"({"reopen": {"chat": {"mode": "never", "window_ms": 0}}})") == "reopen.chat.mode");
    CHECK(complaint(R"({"topics": "billing"})") == "topics");
}

TEST_CASE("every policy is kept, and every event names the one that it was decided under") {
    const Folder folder;
    {
        Service before(prepared(folder.file("w.db"), Policy{}));
        CHECK(before.policy.stored().version == 1);
        before.inbox.run(wrapup::test::visitor, {random_id()},
                         {{1, Asked{{random_id()}, 0, {}, {wrapup::test::start_chat}}}});
        Writing writing(before.database);
        Policy other;
        other.idle_end_ms = 1;
        Policies(*writing).put(other, Time{Milliseconds{5}});
        writing.commit();
    }
    Service after(folder.file("w.db"));
    CHECK((after.policy.stored().version == 2 && after.policy->idle_end_ms == 1));
    after.inbox.run(wrapup::test::visitor, {random_id()},
                    {{1, Asked{{random_id()}, 0, {}, {wrapup::test::start_chat}}}});
    CHECK(policies_of_events(after.database) == std::vector<std::int64_t>{1, 2});
    const Reading reading(after.database);
    CHECK(Policies(*reading).all().size() == 2);
}

TEST_CASE("a rebuild finds no difference, unless something is different") {
    const Folder folder;
    Service service(prepared(folder.file("w.db"), Policy{}));
    for (int i = 0; i < 3; ++i)
        service.inbox.run(wrapup::test::visitor, {random_id()},
                          {{1, Asked{{random_id()}, 0, {}, {wrapup::test::start_chat, Receive{"hello"}}}}});
    Writing writing(service.database);
    const auto rebuilt = [&] {
        const Rebuilt result = rebuild(*writing);
        CHECK(result.conversations == 3);
        return result.differences;
    };
    CHECK(rebuilt() == 0);
    (*writing).run("UPDATE inbox SET preview = NULL");
    CHECK(rebuilt() == 3);
    (*writing).run("UPDATE counts SET conversations = 7");
    CHECK(rebuilt() == 2);
    CHECK(rebuilt() == 0);
}

TEST_CASE("what other rules have derived is derived anew when the database is opened") {
    const Folder folder;
    const auto file = prepared(folder.file("w.db"), Policy{});
    const std::string chat = random_id();
    Conversation expected;
    {
        Service service(file);
        service.inbox.run(wrapup::test::visitor, {random_id()},
                          {{1, Asked{{chat}, 0, {}, {wrapup::test::start_chat, Receive{"hello"}}}}});
        const Reading reading(service.database);
        expected = InboxView(*reading).state({chat});
    }
    const auto spoil = [&](const char* sql) { SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql); };
    spoil("UPDATE inbox SET state = '{}', preview = NULL, waits_in = NULL");
    spoil("UPDATE meta SET value = 'other rules' WHERE name = 'rules_id'");
    Service service(file);
    const Reading reading(service.database);
    const auto row = InboxView(*reading).row({chat});
    REQUIRE(row);
    CHECK(row->state == expected);
    CHECK(row->preview.value().text == "hello");
    CHECK(InboxView(*reading).unowned_chats(10).size() == 1);
}

}  // namespace wrapup::server::test
