#include "server/store/database.hpp"

#include <sys/wait.h>

#include <csignal>
#include <fstream>

#include "core/evolve.hpp"
#include "server/ids.hpp"
#include "server/store/clients.hpp"
#include "server/store/event_log.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/measures.hpp"
#include "server/store/migrations.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

// Why the file cannot be used, without its name.
std::string complaint(const std::filesystem::path& file) {
    try {
        Database database(file);
        return "-";
    } catch (const Unusable& unusable) {
        const std::string text = unusable.what();
        return text.substr(text.find(file.string()) + file.string().size());
    }
}

void run(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

// Makes it a database as this schema left it: one closed chat, and one that waits.
void make_old(const std::filesystem::path& file, int schema) {
    for (int added = 1; added <= schema; ++added) {
        std::ifstream fixture("tests/server/store/fixtures/schema_" + std::to_string(added) + ".sql");
        REQUIRE(fixture);
        run(file, {std::istreambuf_iterator<char>(fixture), {}});
    }
}

int pragma(const std::filesystem::path& file, const std::string& name) {
    return SQLite::Database(file.string()).execAndGet("PRAGMA " + name).getInt();
}

std::int64_t count_of_sites(Connection& connection) {
    Query query = connection.query("SELECT count(*) FROM sites");
    query.next();
    return query.integer(0);
}

}  // namespace

TEST_CASE("a new database says what it is and which schema it has") {
    const Folder folder;
    { const Database database(folder.file("w.db")); }
    CHECK(pragma(folder.file("w.db"), "application_id") == application_id);
    CHECK(pragma(folder.file("w.db"), "user_version") == newest_schema());
}

TEST_CASE("every table is strict") {
    const Folder folder;
    { const Database database(folder.file("w.db")); }
    const SQLite::Database raw(folder.file("w.db").string());
    SQLite::Statement lax(raw,
                          "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
                          "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'messages_fts%'");
    lax.executeStep();
    CHECK(lax.getColumn(0).getInt() == 0);
}

TEST_CASE("a database is opened again as it was left, and keeps its epoch") {
    const Folder folder;
    std::string epoch;
    {
        Database database(folder.file("w.db"));
        epoch = database.epoch();
        Writing writing(database);
        (*writing).run("INSERT INTO sites VALUES ('s', 'S', '[]')");
        writing.commit();
    }
    Database database(folder.file("w.db"));
    CHECK(database.epoch() == epoch);
    CHECK(is_id(epoch));
    const Reading reading(database);
    CHECK(count_of_sites(*reading) == 1);
}

TEST_CASE("what was not committed never was") {
    const Folder folder;
    Database database(folder.file("w.db"));
    {
        const Writing writing(database);
        (*writing).run("INSERT INTO sites VALUES ('s', 'S', '[]')");
    }
    const Reading reading(database);
    CHECK(count_of_sites(*reading) == 0);
}

TEST_CASE("a reading is of one moment, whatever is written meanwhile") {
    const Folder folder;
    Database database(folder.file("w.db"));
    const Reading before(database);
    CHECK(count_of_sites(*before) == 0);
    {
        Writing writing(database);
        (*writing).run("INSERT INTO sites VALUES ('s', 'S', '[]')");
        writing.commit();
    }
    CHECK(count_of_sites(*before) == 0);
    const Reading after(database);
    CHECK(count_of_sites(*after) == 1);
    CHECK_THROWS_AS((*after).run("DELETE FROM sites"), SQLite::Exception);
}

TEST_CASE("a file that a newer Wrapup wrote is refused and left alone") {
    const Folder folder;
    { const Database database(folder.file("w.db")); }
    run(folder.file("w.db"), "PRAGMA user_version = 4711");
    CHECK(complaint(folder.file("w.db")) ==
          ": a newer Wrapup wrote it (schema 4711, this one knows up to " + std::to_string(newest_schema()) + ")");
    CHECK(pragma(folder.file("w.db"), "user_version") == 4711);
}

TEST_CASE("a file that is not ours is refused and left alone") {
    const Folder folder;
    run(folder.file("other.db"), "CREATE TABLE theirs (x)");
    CHECK(complaint(folder.file("other.db")) == ": it is not a Wrapup database");
    std::ofstream(folder.file("text.db")) << std::string(5'000, 'x');
    CHECK(complaint(folder.file("text.db")) == ": file is not a database");
    CHECK(complaint(folder.file("missing/w.db")) == ": cannot write beside it: No such file or directory");
}

TEST_CASE("a database of every older schema is brought up to date, and is whole") {
    for (int schema = 1; schema < newest_schema(); ++schema) {
        INFO("schema " << schema);
        const Folder folder;
        const auto file = folder.file("w.db");
        make_old(file, schema);
        REQUIRE(pragma(file, "user_version") == schema);
        Database database(file);
        CHECK(pragma(file, "user_version") == newest_schema());
        CHECK(database.epoch() == "AAAAAAAAAAAAAAAAAAAAAA");

        const Reading reading(database);
        InboxView view(*reading);
        for (const char* conversation : {"closed_chat", "open_chat"}) {
            Events events;
            for (const StoredEvent& stored : EventLog(*reading).of({conversation})) events.push_back(stored.event);
            CHECK(view.state({conversation}) == replay(events));
        }
        CHECK(view.row({"closed_chat"})->preview.value().text == "hi");
        const Actor ana = People(*reading).agent({"ana"})->actor;
        const auto counted = view.counts(ana);
        REQUIRE(counted.size() == 1);
        CHECK((counted[0].site == SiteId{"shop"} && counted[0].channel == Channel::chat));
        const Counts& counts = counted[0].counts;
        CHECK((counts.open == 1 && counts.unassigned == 1 && counts.mine == 0 && counts.closed == 1));
        std::vector<Measure> measures;
        Measures(*reading).each({"shop"}, Time{}, Time{Milliseconds{5'001}},
                                [&](const Measure& measure) { measures.push_back(measure); });
        REQUIRE(measures.size() == 2);
        CHECK(measures[0].first_reply_at == Time{Milliseconds{3'000}});
        CHECK(measures[0].closed_at == Time{Milliseconds{4'000}});
        CHECK(measures[1] ==
              Measure{{"open_chat"}, {"shop"}, Channel::chat, Time{Milliseconds{5'000}}, {}, {}, {}, 0, {}});
        CHECK(Clients(*reading).outcome({"BBBBBBBBBBBBBBBBBBBBBB"}, 1).value().code == "ok");
    }
}

TEST_CASE("each row of an old list is given its customer's name and its place") {
    const Folder folder;
    const auto file = folder.file("w.db");
    make_old(file, 3);
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    migrate(database, file);
    SQLite::Statement rows(database, "SELECT place, conversation, customer_name FROM inbox ORDER BY place");
    REQUIRE(rows.executeStep());
    CHECK((rows.getColumn(0).getInt() == 7 && rows.getColumn(1).getString() == "closed_chat"));
    CHECK(rows.getColumn(2).getString() == "Vera");
    REQUIRE(rows.executeStep());
    CHECK((rows.getColumn(0).getInt() == 8 && rows.getColumn(1).getString() == "open_chat"));
    CHECK(rows.getColumn(2).getString() == "Vera");
}

TEST_CASE("what is snoozed in an old list is counted and listed apart from then on") {
    const Folder folder;
    const auto file = folder.file("w.db");
    make_old(file, 5);
    run(file, "UPDATE inbox SET state = json_set(state, '$.snoozing', json('{\"type\":\"until_reply\"}'))");
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    migrate(database, file);
    const auto number = [&](const char* sql) { return database.execAndGet(sql).getInt(); };
    CHECK(number("SELECT count(*) FROM inbox WHERE snoozed = 1 AND conversation = 'open_chat'") == 1);
    CHECK(number("SELECT count(*) FROM inbox WHERE snoozed = 0 AND conversation = 'closed_chat'") == 1);
    CHECK(number("SELECT sum(conversations) FROM counts WHERE snoozed = 1") == 1);
    CHECK(number("SELECT sum(conversations) FROM counts WHERE snoozed = 0") == 1);
}

TEST_CASE("a second process is kept out of a database in use, and let in afterwards") {
    const Folder folder;
    {
        const Database database(folder.file("w.db"));
        const pid_t second = ::fork();
        if (second == 0) ::_exit(complaint(folder.file("w.db")) == ": another Wrapup is using it" ? 0 : 1);
        int status = -1;
        ::waitpid(second, &status, 0);
        CHECK(status == 0);
    }
    CHECK(complaint(folder.file("w.db")) == "-");
}

}  // namespace wrapup::server::test
