#include <sys/wait.h>

#include <csignal>

#include "server/service.hpp"
#include "server/store/clients.hpp"
#include "server/store/event_log.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

const Actor vera{Role::customer, "vera", {{"shop"}}, {}};

void add_vera(const std::filesystem::path& file) {
    Database database(file);
    Writing writing(database);
    People(*writing).put_site({{"shop"}, "Shop", {}});
    People(*writing).add_customer({{"vera"}, {"shop"}, "Vera", "", "", {}});
    writing.commit();
}

// A process that runs one command after the other and tells the number of each that was answered.
[[noreturn]] void answer_for_ever(const std::filesystem::path& file, const ClientId& client, std::int64_t n, int tell) {
    Service service(file);
    for (;; ++n) {
        const Asked asked{{random_id()}, 0, {}, {Start{{"shop"}, Channel::chat, {"vera"}, {}}}};
        const auto answer = service.inbox.run(vera, client, {{n, asked}});
        const bool answered = std::holds_alternative<std::vector<Outcome>>(answer);
        if (!answered || ::write(tell, &n, sizeof(n)) != sizeof(n)) ::_exit(EXIT_FAILURE);
    }
}

// Kills that process after some answers. Returns the last one that came through.
std::int64_t last_answered_before_kill(const std::filesystem::path& file, const ClientId& client, std::int64_t first,
                                       std::int64_t answers) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t process = ::fork();
    if (process == 0) answer_for_ever(file, client, first, pipe[1]);
    ::close(pipe[1]);
    std::int64_t last = 0;
    for (std::int64_t n = 0; ::read(pipe[0], &n, sizeof(n)) == sizeof(n);) {
        last = n;
        if (n == first + answers) ::kill(process, SIGKILL);
    }
    ::close(pipe[0]);
    ::waitpid(process, nullptr, 0);
    return last;
}

}  // namespace

TEST_CASE("what was answered is on disk, whenever the process is killed") {
    const Folder folder;
    const ClientId client{random_id()};
    add_vera(folder.file("w.db"));
    std::int64_t stored = 0;
    for (std::int64_t round = 0; round < 6; ++round) {
        const std::int64_t answered =
            last_answered_before_kill(folder.file("w.db"), client, stored + 1, 3 + 11 * round);
        Database database(folder.file("w.db"));
        const Reading reading(database);
        stored = Clients(*reading).find(client).value().last_command;
        CHECK(answered > 0);
        CHECK((stored == answered || stored == answered + 1));  // The last may have been stored and not yet told.
        CHECK(EventLog(*reading).position() == 2 * stored);     // started and session_started each.
    }
}

}  // namespace wrapup::server::test
