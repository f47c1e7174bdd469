// Nobody reads for so long that the log of writes grows for ever, and nobody but the writer folds it.
#include <fcntl.h>

#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "server/clock.hpp"
#include "server/http/interpreter.hpp"
#include "tests/support/server_stream.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uintmax_t mebibyte = 1024 * 1024;
constexpr const char* for_ever =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

struct Limited {
    explicit Limited(const Database::Limits& limits) : database(folder.file("w.db"), limits) {}

    void write(std::size_t bytes) {
        Writing writing(database);
        (*writing).run("INSERT INTO meta (name, value) VALUES (?, ?)", random_id(), std::string(bytes, 'x'));
        writing.commit();
    }
    std::uintmax_t log_bytes() const { return std::filesystem::file_size(folder.file("w.db-wal")); }

    Folder folder;
    Database database;
};

std::int64_t written(Connection& connection) {
    Query query = connection.query("SELECT count(*) FROM meta WHERE value LIKE 'xxx%'");
    query.next();
    return query.integer(0);
}

// Of each descriptor of this process that is open on the file: its flags.
std::vector<int> flags_of_open(const std::filesystem::path& file) {
    std::vector<int> all;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        if (std::filesystem::read_symlink(entry, gone) != file) continue;
        std::ifstream info("/proc/self/fdinfo/" + entry.path().filename().string());
        for (std::string name; info >> name;)
            if (int flags = 0; name == "flags:" && info >> std::oct >> flags) all.push_back(flags);
    }
    return all;
}

}  // namespace

TEST_CASE("the limits are those that are promised") {
    CHECK(Database::Limits{}.reading_max == 2s);
    CHECK(Database::Limits{}.log_bytes_max == 64 * mebibyte);
}

TEST_CASE("who reads for too long is interrupted, and the next one reads as if nothing had been") {
    Limited limited({200ms, 64 * mebibyte});
    const Ticks began = ticks();
    {
        const Reading reading(limited.database);
        CHECK_THROWS_AS((*reading).run(for_ever), Interrupted);
        CHECK(ticks() - began >= 200ms);
        CHECK(ticks() - began < 2s);
        CHECK_THROWS_AS(written(*reading), Interrupted);  // Not only in the middle of a statement.
    }
    limited.write(10);
    const Reading reading(limited.database);
    CHECK(written(*reading) == 1);
}

TEST_CASE("who reads while the log gets full is interrupted, and then it is folded") {
    Limited limited({60s, 4 * mebibyte});
    std::atomic<bool> reads = false, interrupted = false;
    std::thread reader([&] {
        const Reading reading(limited.database);
        written(*reading);
        reads = true;
        try {
            (*reading).run(for_ever);
        } catch (const Interrupted&) {
            interrupted = true;
        }
    });
    while (!reads) std::this_thread::yield();
    std::uintmax_t largest = 0;
    for (int i = 0; i < 10; ++i) {
        limited.write(mebibyte);
        largest = std::max(largest, limited.log_bytes());
    }
    reader.join();
    CHECK(interrupted);
    CHECK(largest > 2 * mebibyte);
    CHECK(largest < 7 * mebibyte);
    const Reading reading(limited.database);
    CHECK(written(*reading) == 10);
}

TEST_CASE("the log stays small where somebody reads at every moment") {
    Limited limited({2s, 4 * mebibyte});
    std::atomic<bool> stop = false;
    std::atomic<std::int64_t> readings = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([&] {
            while (!stop) try {
                    const Reading reading(limited.database);
                    written(*reading);
                    std::this_thread::sleep_for(2ms);
                    ++readings;
                } catch (const Interrupted&) {
                }
        });
    std::uintmax_t largest = 0;
    for (int i = 0; i < 300; ++i) {
        limited.write(100'000);
        largest = std::max(largest, limited.log_bytes());
    }
    stop = true;
    for (std::thread& reader : readers) reader.join();
    CHECK(largest < 5 * mebibyte);
    CHECK(readings > 10);
}

TEST_CASE("a long reading holds the log back, is let be, and the log catches up after it") {
    Limited limited({100ms, 2 * mebibyte});
    {
        LongReading reading(limited.database);
        (*reading).run("BEGIN");
        CHECK(written(*reading) == 0);
        for (int i = 0; i < 6; ++i) limited.write(mebibyte);
        CHECK(limited.log_bytes() > 5 * mebibyte);
        std::this_thread::sleep_for(150ms);
        CHECK(written(*reading) == 0);
    }
    limited.write(10);
    CHECK(limited.log_bytes() < mebibyte);
}

TEST_CASE("a browser is told to come back when its reading was interrupted") {
    Interpreter interpreter([](const httplib::Request&) -> Answer { throw Interrupted(); });
    const std::string bytes = interpreter.respond({"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "", {}}).bytes;
    CHECK(bytes.find("503") != std::string::npos);
    CHECK(bytes.find("Retry-After: 5") != std::string::npos);
}

TEST_CASE("what is acknowledged is synced, and the log has a limit to go back to") {
    const Folder folder;
    Database database(folder.file("w.db"));
    const Writing writing(database);
    CHECK((*writing).raw().execAndGet("PRAGMA synchronous").getInt() == 2);  // FULL
    CHECK((*writing).raw().execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK((*writing).raw().execAndGet("PRAGMA journal_size_limit").getInt64() == 64 * std::int64_t{mebibyte});
    CHECK((*writing).raw().execAndGet("PRAGMA wal_autocheckpoint").getInt() == 1'000);
}

TEST_CASE("one connection of the whole process can write, whatever is asked of it") {
    World world;
    Person ana = world.ana();
    Person visitor = world.visitor();
    const std::string chat = visitor.starts_chat("hello");
    StreamReader stream(visitor, "?after=0");
    CHECK(stream.next().event == "me");
    ana.must(chat, {step("claim"), step("reply", "hi")});
    std::vector<std::thread> browsers;
    for (int i = 0; i < 6; ++i)
        browsers.emplace_back([&world, &chat, headers = ana.headers()] {
            Person agent(world.port(), headers);
            for (const char* path : {"/api/v1/me", "/api/v1/inbox?view=open", "/api/v1/search?q=hello"})
                agent.get(path);
            agent.get("/api/v1/conversations/" + chat);
            agent.get("/api/v1/conversations/" + chat + "/explain");
        });
    for (std::thread& browser : browsers) browser.join();
    visitor.get("/api/v1/conversations");
    ana.post("/api/v1/logout", Json::object());

    std::size_t writers = 0, readers = 0;
    for (const int flags : flags_of_open(world.database_file()))
        ++((flags & O_ACCMODE) == O_RDONLY ? readers : writers);
    CHECK(writers == 1);
    CHECK(readers >= 1);
    CHECK(readers <= Database::readers_max);
    const Reading reading(world.service().database);
    CHECK_THROWS_AS((*reading).run("DELETE FROM sites"), SQLite::Exception);
    CHECK_THROWS_AS((*reading).run("PRAGMA user_version = 5"), SQLite::Exception);
}

}  // namespace wrapup::server::test
