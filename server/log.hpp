// What the operator is told while it runs: one line each, on stderr. No text, name, token, mail address or network
// address of anybody's is ever in it; whoever writes here chooses words of our own.
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace wrapup::server {

enum class LogFormat : std::uint8_t { text, json };
enum class LogLevel : std::uint8_t { debug, info, warning, error, off };

struct LogSettings {
    LogFormat format = LogFormat::text;
    LogLevel level = LogLevel::info;
    bool requests = false;  // A line for each, at the level info. Those that met a fault are told in any case.
};

// From here on, lines are written by a thread of their own: whoever is slow to read them holds up nobody, and has the
// oldest of them dropped. Until then, and without it, they are written at once.
void start_log(const LogSettings& settings);
// Writes what is waiting, but not for longer than a moment.
void finish_log();

void log_info(std::string_view what);

// Something that is not as it should be, and no request's fault.
void log_warning(std::string_view what);

// Returns the id in the line, which is all that the person who met the fault is told: that of the request, if this
// thread is working on one.
std::string log_fault(std::string_view where, std::exception_ptr fault);

struct LoggedRequest {
    std::string_view id;
    std::string_view method, route;  // Of our own list, never what was sent.
    int status;
    std::chrono::microseconds taken;
    std::size_t bytes;
};
bool logs_requests();
void log_request(const LoggedRequest& request);

// The request that this thread is working on, for as long as this lives.
class InRequest {
public:
    explicit InRequest(const std::string& id);
    ~InRequest();
    InRequest(const InRequest&) = delete;
    InRequest& operator=(const InRequest&) = delete;

    static const std::string& now();  // Empty if there is none.
};

}  // namespace wrapup::server
