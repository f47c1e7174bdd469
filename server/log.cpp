#include "server/log.hpp"

#include <SQLiteCpp/Exception.h>
#include <spdlog/async.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <ctime>
#include <iostream>
#include <mutex>
#include <system_error>
#include <thread>
#include <typeinfo>
#include <vector>

#include "server/clock.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/metrics.hpp"

namespace wrapup::server {
namespace {

constexpr std::size_t lines_waiting_max = 8'192;
constexpr std::chrono::milliseconds finish_ms_max{500};
constexpr std::size_t fault_letters = 8;

class ToStderr final : public spdlog::sinks::base_sink<std::mutex> {
public:
    std::atomic<int> flushed = 0;

private:
    void sink_it_(const spdlog::details::log_msg& line) override {
        std::string text(line.payload.data(), line.payload.size());
        std::cerr << (text += '\n') << std::flush;
    }
    void flush_() override { ++flushed; }
};

// Never destroyed: where nobody takes the lines, the thread that writes them would be waited for without end.
struct Log {
    LogSettings settings{};
    std::shared_ptr<ToStderr> sink = std::make_shared<ToStderr>();
    std::shared_ptr<spdlog::details::thread_pool> writing{};
    std::shared_ptr<spdlog::logger> logger = std::make_shared<spdlog::logger>("wrapup", sink);
};
Log& the_log() {
    static Log& log = *new Log;
    return log;
}

// The words of an exception only where they are known to be a library's own; anything else could quote what it met.
std::string described(std::exception_ptr fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const SQLite::Exception& e) {
        return std::string("SQLite: ") + e.getErrorStr();
    } catch (const std::system_error& e) {
        return e.code().message();
    } catch (const std::exception& e) {
        return typeid(e).name();
    } catch (...) {
        return "not an exception of the standard library";
    }
}

// As in 2026-01-31T12:34:56.789Z.
std::string time_text(Time time) {
    const std::int64_t ms = time.time_since_epoch().count();
    const std::time_t seconds = static_cast<std::time_t>(ms / 1'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, ms % 1'000);
}

struct Named {
    std::string_view name;
    Json value;
};

std::string in_text(std::string_view level, std::string_view what, const std::vector<Named>& fields) {
    std::string line = time_text(now()) + ' ';
    line.append(level).append(": ").append(what);
    for (const Named& field : fields) {
        line.append(" ").append(field.name).append("=");
        line += field.value.is_string() ? field.value.get<std::string>() : text_of(field.value);
    }
    return line;
}

std::string in_json(std::string_view level, std::string_view what, const std::vector<Named>& fields) {
    nlohmann::ordered_json line{{"time", time_text(now())}, {"level", level}, {"message", what}};
    for (const Named& field : fields) line[std::string(field.name)] = field.value;
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

struct Shown {
    LogLevel level;
    std::string_view name;
    spdlog::level::level_enum of_library;
};
constexpr Shown info{LogLevel::info, "info", spdlog::level::info};
constexpr Shown warning{LogLevel::warning, "warning", spdlog::level::warn};
constexpr Shown error{LogLevel::error, "error", spdlog::level::err};

void write(const Shown& level, std::string_view what, const std::vector<Named>& fields = {}) {
    const Log& log = the_log();
    if (level.level < log.settings.level) return;
    const bool as_json = log.settings.format == LogFormat::json;
    log.logger->log(level.of_library, spdlog::string_view_t(as_json ? in_json(level.name, what, fields)
                                                                    : in_text(level.name, what, fields)));
}

thread_local const std::string* request_now = nullptr;

}  // namespace

void start_log(const LogSettings& settings) {
    Log& log = the_log();
    log.settings = settings;
    log.writing = std::make_shared<spdlog::details::thread_pool>(lines_waiting_max, 1);
    log.logger = std::make_shared<spdlog::async_logger>("wrapup", log.sink, log.writing,
                                                        spdlog::async_overflow_policy::overrun_oldest);
}

void finish_log() {
    Log& log = the_log();
    if (!log.writing) return;
    if (const auto dropped = log.writing->overrun_counter(); dropped > 0)
        write(warning, "lines of the log were dropped, since nobody took them in time", {{"lines", dropped}});
    const int before = log.sink->flushed;
    log.logger->flush();
    for (const Ticks end = ticks() + finish_ms_max; log.sink->flushed == before && ticks() < end;)
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
}

void log_info(std::string_view what) { write(info, what); }
void log_warning(std::string_view what) { write(warning, what); }

std::string log_fault(std::string_view where, std::exception_ptr fault) {
    metrics.faults.add();
    const std::string id = InRequest::now().empty() ? random_letters(fault_letters) : InRequest::now();
    write(error, "fault", {{"id", id}, {"where", where}, {"what", described(fault)}});
    return id;
}

bool logs_requests() { return the_log().settings.requests && LogLevel::info >= the_log().settings.level; }

void log_request(const LoggedRequest& request) {
    const double taken_ms = static_cast<double>(request.taken.count()) / 1'000;
    write(request.status >= 500 ? warning : info, "request",
          {{"id", request.id},
           {"method", request.method},
           {"route", request.route},
           {"status", request.status},
           {"ms", taken_ms},
           {"bytes", request.bytes}});
}

InRequest::InRequest(const std::string& id) { request_now = &id; }
InRequest::~InRequest() { request_now = nullptr; }
const std::string& InRequest::now() {
    static const std::string none;
    return request_now == nullptr ? none : *request_now;
}

}  // namespace wrapup::server
