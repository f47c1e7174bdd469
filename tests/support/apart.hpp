// Something that runs in a process of its own, with a pipe in each direction. To be started before any thread.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>
#include <thread>
#include <type_traits>

#include "server/clock.hpp"
#include "server/http/sockets.hpp"

namespace wrapup::server::test {

// The two ends of what is told and heard, as plain values.
class Line {
public:
    Line(Descriptor in, Descriptor out) : in_(std::move(in)), out_(std::move(out)) {}

    template <typename T>
    void tell(const T& value) const {
        static_assert(std::is_trivially_copyable_v<T>);
        if (::write(out_.get(), &value, sizeof(value)) != sizeof(value)) throw std::runtime_error("nobody listens");
    }
    template <typename T>
    T hear() const {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        if (::read(in_.get(), &value, sizeof(value)) != sizeof(value)) throw std::runtime_error("nothing was told");
        return value;
    }
    // Until the other side has gone.
    void wait() const {
        char byte = 0;
        while (::read(in_.get(), &byte, 1) > 0) continue;
    }

private:
    Descriptor in_, out_;
};

class Apart {
public:
    explicit Apart(const std::function<void(const Line&)>& what) : line_({}, {}) {
        int down[2] = {}, up[2] = {};
        if (::pipe2(down, O_CLOEXEC) != 0 || ::pipe2(up, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        Line theirs{Descriptor(down[0]), Descriptor(up[1])};
        line_ = Line(Descriptor(up[0]), Descriptor(down[1]));
        process_ = ::fork();
        if (process_ != 0) return;
        line_ = Line({}, {});
        for (const int deadly : {SIGABRT, SIGSEGV, SIGTERM})
            ::signal(deadly, SIG_DFL);  // The tests' own are not for it.
        try {
            what(theirs);
        } catch (...) {
            ::_exit(EXIT_FAILURE);
        }
        ::_exit(EXIT_SUCCESS);
    }
    ~Apart() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Apart(const Apart&) = delete;
    Apart& operator=(const Apart&) = delete;

    const Line& line() const { return line_; }
    pid_t process() const { return process_; }
    bool ends_within(std::chrono::milliseconds patience) const {
        for (const Ticks end = ticks() + patience; ticks() < end;
             std::this_thread::sleep_for(std::chrono::milliseconds(5))) {
            siginfo_t how{};
            ::waitid(P_PID, static_cast<id_t>(process_), &how, WEXITED | WNOHANG | WNOWAIT);
            if (how.si_pid != 0) return true;
        }
        return false;
    }

private:
    Line line_;
    pid_t process_ = 0;
};

}  // namespace wrapup::server::test
