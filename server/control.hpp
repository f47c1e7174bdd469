#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "server/clock.hpp"
#include "server/http/sockets.hpp"
#include "server/json.hpp"
#include "server/store/database.hpp"

namespace wrapup::server {

// How the command line reaches a running server: a Unix socket beside the database, for its owner only. A line of JSON
// asks {"command": …}; lines of JSON answer: {"progress": …} now and then, or always where it has "lines", and in the
// end {"result": …} or {"error": "…"}.
class Control {
public:
    static constexpr std::size_t request_bytes_max = 64 * 1024;
    static constexpr std::size_t answer_bytes_max = 256 * 1024 * 1024;  // Of a line: a file may be in it.
    static constexpr std::chrono::seconds wait_max{10};                 // For who asks, and for who is told.

    // Serves in a thread of its own, one after the other. Where there can be no socket, says so in the log and
    // serves nobody.
    explicit Control(Database& database);  // It must live longer.
    ~Control();
    Control(const Control&) = delete;
    Control& operator=(const Control&) = delete;

private:
    void serve();
    void answer(const Descriptor& peer);

    Database& database_;
    Descriptor socket_;
    Bell bell_;
    std::atomic<bool> stopped_ = false;
    std::thread thread_;
};

struct ControlFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Hears the progress of one request: false where nobody listens any more, or we are to stop.
using Tell = std::function<bool(const Json&)>;

// What a running server does when it is asked, in this process: {"command": …} → the result. Throws ControlFailed where
// there is no such command, and what the command throws.
Json run_command(Database& database, const Json& request, const Tell& tell);

// Asks the server that is using this database. Tells the progress; returns the result. Throws ControlFailed with the
// server's error, or with why it does not answer.
Json ask_running_server(const std::filesystem::path& database, const Json& request,
                        const std::function<void(const Json&)>& tell);

}  // namespace wrapup::server
