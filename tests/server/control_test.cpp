#include "server/control.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <fstream>
#include <sstream>

#include "server/offline.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

std::string error_of(const std::filesystem::path& database, const Json& request) {
    try {
        return ask_running_server(database, request, [](const Json&) {}).dump();
    } catch (const ControlFailed& failed) {
        return failed.what();
    }
}

// As a process leaves it that is killed.
void leave_a_socket(const std::filesystem::path& path) {
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{AF_UNIX, {}};
    path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
    REQUIRE(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
}

}  // namespace

TEST_CASE("a backup is made by the server that is using the database") {
    Desk desk;
    desk.start_chat();
    const Control control(desk.service.database);
    std::ostringstream out, complaints;
    CHECK(run_backup({desk.folder.file("w.db"), desk.folder.file("b.db")}, out, complaints) == 0);
    CHECK(complaints.str() == "");
    CHECK(out.str().find(": 1 conversations, every event up to 3, ") != std::string::npos);
    CHECK_NOTHROW(Database(desk.folder.file("b.db")));

    CHECK(run_backup({desk.folder.file("w.db"), desk.folder.file("b.db")}, out, complaints) == 1);
    CHECK(complaints.str() == "wrapup: no backup: " + desk.folder.file("b.db").string() + " is there already\n");
}

TEST_CASE("a backup of a database that no server is using is made at once, but none of one that is not there") {
    const Folder folder;
    { const Database made(folder.file("w.db")); }
    std::ostringstream out, complaints;
    CHECK(run_backup({folder.file("w.db"), folder.file("b.db")}, out, complaints) == 0);
    CHECK(out.str().find("0 conversations") != std::string::npos);
    CHECK_THROWS_AS(run_backup({folder.file("typo.db"), folder.file("c.db")}, out, complaints), Unusable);
    CHECK_FALSE(std::filesystem::exists(folder.file("typo.db")));
}

TEST_CASE("the socket is its owner's alone, replaces what a killed server left, and goes with the server") {
    const Folder folder;
    Database database(folder.file("w.db"));
    leave_a_socket(folder.file("w.db.socket"));
    {
        const Control control(database);
        struct stat status {};
        REQUIRE(::stat(folder.file("w.db.socket").c_str(), &status) == 0);
        CHECK(S_ISSOCK(status.st_mode));
        CHECK((status.st_mode & 0777) == 0600);
        CHECK(error_of(folder.file("w.db"), {{"command", "fly"}}).find("does not know") != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(folder.file("w.db.socket")));
    CHECK(error_of(folder.file("w.db"), {{"command", "backup"}}).find("does not answer") != std::string::npos);
}

TEST_CASE("whatever is asked of the socket is answered, and it goes on") {
    const Folder folder;
    Database database(folder.file("w.db"));
    const Control control(database);
    const auto error = [&](const Json& request) { return error_of(folder.file("w.db"), request); };
    CHECK(error(nullptr) == ": expected a string");
    CHECK(error({{"command", 5}}) == ": expected a string");
    CHECK(error({{"command", "backup"}}) == "file: expected a string");
    CHECK(error({{"command", "backup"}, {"file", "b.db"}}) == "file: expected an absolute path");
    CHECK(error(std::string(100'000, 'x')).find("went away") != std::string::npos);
    CHECK(error({{"command", "backup"}, {"file", folder.file("b.db").string()}}).find("\"position\":0") !=
          std::string::npos);
}

TEST_CASE("a database in a folder with a long name has a socket, too") {
    const Folder folder;
    const auto deep = folder.file(std::string(150, 'd').c_str());
    std::filesystem::create_directory(deep);
    Database database(deep / "w.db");
    const Control control(database);
    CHECK(error_of(deep / "w.db", {{"command", "fly"}}).find("does not know") != std::string::npos);
}

}  // namespace wrapup::server::test
