#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <thread>

#include "server/clock.hpp"
#include "tests/bench/load/client_sockets.hpp"
#include "tests/bench/load/http_text.hpp"
#include "tests/bench/load/measurements.hpp"

namespace wrapup::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 30s;
constexpr std::chrono::microseconds between_tries = 500us;

// A program that runs for as long as this object lives.
class Program {
public:
    explicit Program(const std::vector<std::string>& command) {
        std::vector<char*> arguments;
        for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t quietly;
        ::posix_spawn_file_actions_init(&quietly);
        ::posix_spawn_file_actions_addopen(&quietly, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        const int error = ::posix_spawnp(&pid_, arguments[0], &quietly, nullptr, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&quietly);
        if (error != 0) throw std::runtime_error("cannot start " + command.front());
    }
    ~Program() {
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

private:
    pid_t pid_ = 0;
};

bool answers(const StartOptions& options) try {
    const Descriptor socket = connected_to(options.port);
    send_all(socket, get_request(options.path, ""));
    std::vector<char> buffer(64 * 1024);
    std::string received;
    std::string_view got;
    while (whole_answer(received).empty()) {
        const auto result = server::receive_some(socket, buffer, got);
        if (result == server::Received::the_end) return false;
        if (result == server::Received::something) received += got;
    }
    must_be_ok(received);
    return true;
} catch (const std::system_error&) {
    return false;  // Nobody listens yet.
}

}  // namespace

Json measure_start(const StartOptions& options) {
    const server::Ticks began_at = server::ticks();
    const Program program(options.command);
    while (!answers(options)) {
        if (server::ticks() > began_at + patience) throw std::runtime_error("it does not answer");
        std::this_thread::sleep_for(between_tries);
    }
    const std::chrono::duration<double, std::milli> took = server::ticks() - began_at;
    return {{"milliseconds", took.count()}};
}

}  // namespace wrapup::bench
