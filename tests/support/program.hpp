// The real program, in a process of its own.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "server/clock.hpp"
#include "server/http/sockets.hpp"

namespace wrapup::server::test {

// `wrapup serve` on a free port. Killed, where it has not ended before.
class Program {
public:
    explicit Program(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {WRAPUP_BINARY, "serve", "--listen", "127.0.0.1:0"});
        int ends[2] = {};
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        output_ = Descriptor(ends[0]);
        const Descriptor its_output(ends[1]);
        std::vector<char*> argv;
        for (std::string& argument : arguments) argv.push_back(argument.data());
        argv.push_back(nullptr);
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(its_output.get(), STDOUT_FILENO);
            ::execv(WRAPUP_BINARY, argv.data());
            ::_exit(127);
        }
    }
    ~Program() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // Waits for the line that names it.
    int port() {
        if (port_ > 0) return port_;
        std::string line;
        for (char c = 0; ::read(output_.get(), &c, 1) == 1 && c != '\n';) line += c;
        const auto colon = line.rfind(':');
        if (colon == std::string::npos) throw std::runtime_error("the server did not start: " + line);
        return port_ = std::stoi(line.substr(colon + 1));
    }

    void tell(int signal) const { ::kill(process_, signal); }

    // What it exits with; nothing if it does not, or is killed.
    std::optional<int> exit_within(std::chrono::milliseconds patience) {
        int status = 0;
        for (const Ticks end = ticks() + patience; ticks() < end;
             std::this_thread::sleep_for(std::chrono::milliseconds(5))) {
            if (::waitpid(process_, &status, WNOHANG) != process_) continue;
            process_ = 0;
            return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
        }
        return std::nullopt;
    }

private:
    pid_t process_ = 0;
    Descriptor output_;
    int port_ = 0;
};

}  // namespace wrapup::server::test
