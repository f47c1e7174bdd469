#include "server/store/backup.hpp"

#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "server/store/event_log.hpp"
#include "server/store/rebuild.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

const BackupProgress go_on = [](std::uintmax_t, std::uintmax_t) { return true; };

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

// Why there is no backup.
std::string complaint(Database& database, const std::filesystem::path& to, const BackupProgress& tell = go_on) {
    try {
        backup(database, to, tell);
        return "-";
    } catch (const BackupFailed& failed) {
        return failed.what();
    }
}

void fill(Database& database, std::size_t bytes) {
    Writing writing(database);
    for (std::size_t i = 0; i < bytes; i += 1'000)
        (*writing).run("INSERT INTO meta (name, value) VALUES (?, ?)", random_id(), std::string(1'000, 'x'));
    writing.commit();
}

// As on a disk that takes no file larger than this.
[[noreturn]] void back_up_on_small_disk(const std::filesystem::path& file, const std::filesystem::path& to) {
    Database database(file);
    fill(database, 1'000'000);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{200'000, 200'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const bool told = complaint(database, to).rfind("the disk ", 0) == 0;
    ::_exit(told ? 0 : 1);
}

}  // namespace

TEST_CASE("a backup during writes is a database with every event up to its position") {
    Desk desk;
    for (int i = 0; i < 50; ++i) desk.start_chat();
    fill(desk.service.database, 2'000'000);
    std::atomic<bool> stop = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        for (; !stop; ++written) desk.start_chat();
    });
    std::vector<Backup> made;
    for (int i = 0; i < 3; ++i) {
        const int before = written;
        while (written < before + 3) std::this_thread::yield();
        made.push_back(backup(desk.service.database, desk.folder.file(("b" + std::to_string(i)).c_str()), go_on));
    }
    stop = true;
    writer.join();
    CHECK(made[0].position < made[2].position);
    for (int i = 0; i < 3; ++i) {
        Database copy(desk.folder.file(("b" + std::to_string(i)).c_str()));
        CHECK(copy.epoch() != desk.service.database.epoch());  // Who has seen more than it holds is to notice.
        Writing writing(copy);
        Position expected = 0;
        const auto events = EventLog(*writing).after(0);
        for (const StoredEvent& stored : events) CHECK(stored.position == ++expected);
        CHECK(expected == made[static_cast<std::size_t>(i)].position);
        const Rebuilt rebuilt = rebuild(*writing);
        CHECK(rebuilt.differences == 0);
        CHECK(rebuilt.conversations == made[static_cast<std::size_t>(i)].conversations);
    }
}

TEST_CASE("a backup replaces no file, and needs a folder") {
    const Folder folder;
    Database database(folder.file("w.db"));
    std::ofstream(folder.file("precious")) << "x";
    CHECK(complaint(database, folder.file("precious")) == folder.file("precious").string() + " is there already");
    CHECK(std::filesystem::file_size(folder.file("precious")) == 1);
    CHECK(complaint(database, folder.file("w.db")) == folder.file("w.db").string() + " is there already");
    CHECK(complaint(database, folder.file("no/b.db")) == "there is no folder " + folder.file("no").string());
}

TEST_CASE("what a killed backup left is no hindrance") {
    const Folder folder;
    Database database(folder.file("w.db"));
    std::ofstream(folder.file("b.db.partial")) << "half of it";
    CHECK(complaint(database, folder.file("b.db")) == "-");
    CHECK_FALSE(std::filesystem::exists(folder.file("b.db.partial")));
    CHECK_NOTHROW(Database(folder.file("b.db")));
}

TEST_CASE("a backup for which there is no room is not begun") {
    const Folder folder;
    CHECK_NOTHROW(check_room(folder.file("b.db"), 1));
    std::string told;
    try {
        check_room(folder.file("b.db"), std::uintmax_t{1} << 60);
    } catch (const BackupFailed& failed) {
        told = failed.what();
    }
    CHECK(told.rfind("there is no room: it needs about 1099511627777 MiB, and ", 0) == 0);
}

TEST_CASE("a backup onto a disk that gets full says so and leaves nothing behind") {
    const Folder folder;
    std::filesystem::create_directory(folder.file("disk"));
    const pid_t child = ::fork();
    if (child == 0) back_up_on_small_disk(folder.file("w.db"), folder.file("disk/b.db"));
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(names_in(folder.file("disk")).empty());
}

TEST_CASE("a backup that is stopped leaves nothing behind") {
    const Folder folder;
    std::filesystem::create_directory(folder.file("disk"));
    Database database(folder.file("w.db"));
    fill(database, 5'000'000);
    std::uintmax_t most = 0;
    const auto told = complaint(database, folder.file("disk/b.db"), [&](std::uintmax_t done, std::uintmax_t about) {
        most = std::max(most, done);
        return about < 5'000'000 || done < 1'000'000;
    });
    CHECK(told == "it was stopped");
    CHECK(most >= 1'000'000);
    CHECK(names_in(folder.file("disk")).empty());
}

}  // namespace wrapup::server::test
