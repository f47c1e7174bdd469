// How the program stops.
#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "server/demo.hpp"
#include "tests/support/program.hpp"
#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

Person signed_in(int port) {
    Person nobody(port, {{"X-Wrapup", "1"}});
    const Response login = nobody.post("/api/v1/login", {{"email", "ana@demo.test"}, {"password", "wrapup-demo"}});
    REQUIRE(login.status == 204);
    const std::string cookie = login.header("Set-Cookie");
    return {port, {{"X-Wrapup", "1"}, {"Cookie", cookie.substr(0, cookie.find(';'))}}};
}

// Writes until the server has gone. Counts what was answered.
void write_on(int port, std::atomic<int>& answered) {
    try {
        Person nobody(port, {});
        const Response arrival = nobody.post("/api/v1/visitors", {{"site", "demo"}, {"page", "/"}, {"locale", "en"}});
        Person visitor(port, {{"Authorization", "Bearer " + arrival.json().at("token").get<std::string>()}});
        const std::string chat = random_id(), id = visitor.id();
        std::vector<Json> steps{{{"type", "start"}, {"site", "demo"}, {"channel", "chat"}, {"customer", id}},
                                step("receive", "counted")};
        while (true) {
            const Json envelope = visitor.envelope({visitor.command(chat, steps)});
            if (visitor.post("/api/v1/commands", envelope).status == 200) ++answered;
            steps = {step("receive", "counted")};
        }
    } catch (const std::exception&) {
    }
}

std::string stream_request(const Person& person) {
    std::string request = "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n";
    for (const auto& [name, value] : person.headers()) request += name + ": " + value + "\r\n";
    return request + "\r\n";
}

int messages_counted(const std::filesystem::path& file) {
    const SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement count(database, "SELECT count(*) FROM events WHERE body LIKE '%\"counted\"%'");
    count.executeStep();
    return count.getColumn(0).getInt();
}

}  // namespace

TEST_CASE("SIGTERM ends a busy server within five seconds: what was answered is kept, and streams are told to return") {
    constexpr int streams = 200, writers = 4;
    const Folder folder;
    Program program({"--demo", "--db", folder.file("w.db").string(), "--streams-per-user-max", "1000"});
    Person ana = signed_in(program.port());
    std::vector<RawClient> readers;
    for (int i = 0; i < streams; ++i) {
        readers.emplace_back(program.port()).send(stream_request(ana));
        CHECK(readers.back().status() == 200);
    }
    RawClient idle(program.port()), slow(program.port());
    idle.send("GET /login HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(idle.status() == 200);
    slow.send("GET /login HTT");

    std::atomic<int> answered = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i) threads.emplace_back([&] { write_on(program.port(), answered); });
    for (const Ticks end = ticks() + 20s; answered < 50 && ticks() < end;) std::this_thread::sleep_for(1ms);
    const Ticks told = ticks();
    program.tell(SIGTERM);
    const auto status = program.exit_within(20s);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(ticks() - told);
    for (std::thread& thread : threads) thread.join();

    CHECK(status == 0);
    CHECK(took < 5s);
    CHECK(answered >= 50);
    CHECK_THROWS(RawClient(program.port()));
    CHECK(idle.is_ended());
    std::set<std::string> waits;
    for (RawClient& reader : readers) {
        const std::string all = reader.receive_all();
        const auto retry = all.rfind("retry: ");
        REQUIRE(retry != std::string::npos);
        CHECK(all.ends_with("\n\n"));
        const int wait_ms = std::stoi(all.substr(retry + 7));
        CHECK(wait_ms >= 500);
        CHECK(wait_ms <= 4'000);
        waits.insert(all.substr(retry));
    }
    CHECK(waits.size() > streams / 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("w.db-wal")));
    CHECK(messages_counted(folder.file("w.db")) >= answered);
    std::printf("stopped in %d ms, %d commands answered\n", static_cast<int>(took.count()), answered.load());
}

TEST_CASE("a server without anything to do stops at once, on SIGINT too") {
    for (const int signal : {SIGTERM, SIGINT}) {
        const Folder folder;
        Program program({"--db", folder.file("w.db").string()});
        CHECK(program.port() > 0);
        program.tell(signal);
        CHECK(program.exit_within(2s) == 0);
    }
}

}  // namespace wrapup::server::test
