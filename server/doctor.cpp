#include "server/doctor.hpp"

#include <httplib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "server/room.hpp"
#include "server/store/file_lock.hpp"
#include "server/store/migrations.hpp"
#include "server/upkeep_commands.hpp"

namespace wrapup::server {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mebibyte = 1024 * 1024;
constexpr std::chrono::seconds answer_max{5};
constexpr Milliseconds clock_tolerance{60'000};
constexpr mode_t of_others = S_IRWXG | S_IRWXO;

struct Beside {
    std::string_view end;
    bool may_be_missing;
};
constexpr std::array files{Beside{"", false}, Beside{"-wal", true}, Beside{"-shm", true}, Beside{".lock", true},
                           Beside{".socket", true}};

std::string mebibytes(std::uintmax_t bytes) { return std::to_string(bytes / mebibyte) + " MiB"; }

std::string octal(mode_t mode) {
    std::string text;
    for (int shift = 6; shift >= 0; shift -= 3) text += static_cast<char>('0' + ((mode >> shift) & 7));
    return text;
}

// Opened without bringing its schema up to date: looking is not to change anything.
struct Looked {
    Examined examined;
    bool by_server = false;
};
Looked looked_at(const fs::path& database, const std::function<void(std::int64_t)>& tell) {
    try {
        const FileLock lock(database);
        Connection connection(database.string(), SQLite::OPEN_READONLY, 0);
        const auto go_on = [&](std::int64_t done) {
            tell(done);
            return true;
        };
        return {examine(connection, go_on), false};
    } catch (const InUse&) {
        const Json found = ask_running_server(database, {{"command", "examine"}},
                                              [&](const Json& told) { tell(told.value("done", std::int64_t{0})); });
        return {examined_from(found), true};
    }
}

void add_server(std::vector<Finding>& findings, bool is_running) {
    findings.push_back({"server", is_running ? "running, and answers beside the database" : "not running"});
}

void add_file(std::vector<Finding>& findings, const fs::path& database, const Examined& found) {
    const std::string file = database.string() + ", " + mebibytes(bytes_of_file(database));
    const std::string schema = std::to_string(found.schema), newest = std::to_string(found.newest_schema);
    const std::string from_backup = "Stop the server, and put a backup in its place: wrapup restore COPY";
    if (found.damage.empty())
        findings.push_back({"file", file + ", read through and whole"});
    else
        findings.push_back({"file", file + ", damaged: " + found.damage, from_backup});
    if (found.schema == found.newest_schema)
        findings.push_back({"schema", schema + ", the newest"});
    else if (found.schema > found.newest_schema)
        findings.push_back({"schema", schema + ", and this Wrapup knows only up to " + newest,
                            "Install the Wrapup that wrote it, or a newer one"});
    else
        findings.push_back({"schema", schema + "; the next start of the server brings it to " + newest});
}

void add_derived(std::vector<Finding>& findings, const Examined& found) {
    if (!found.damage.empty() || found.schema != found.newest_schema) return;
    const std::string replayed = std::to_string(found.conversations) + " conversations replayed, ";
    if (found.differences == 0)
        findings.push_back({"lists", replayed + "no difference"});
    else
        findings.push_back(
            {"lists", replayed + std::to_string(found.differences) + " differences to the log",
             "Stop the server, and derive them anew: wrapup rebuild. Report it: this should not happen"});
}

void add_permissions(std::vector<Finding>& findings, const fs::path& database) {
    for (const auto& [end, may_be_missing] : files) {
        const std::string file = database.string() + std::string(end);
        struct stat status {};
        if (::stat(file.c_str(), &status) != 0) {
            if (!may_be_missing)
                findings.push_back({"permissions", file + " cannot be looked at", "Run it as the user of the server"});
            continue;
        }
        if ((status.st_mode & of_others) != 0)
            findings.push_back(
                {"permissions", file + " is open to others: mode " + octal(status.st_mode), "chmod go= " + file});
        if (status.st_uid != ::geteuid() && ::geteuid() != 0)
            findings.push_back({"permissions", file + " belongs to another user", "Run it as the user of the server"});
    }
    if (findings.empty() || findings.back().what != "permissions")
        findings.push_back({"permissions", "the file and what is beside it are its owner's alone"});
}

void add_room(std::vector<Finding>& findings, const fs::path& database) {
    const std::uintmax_t room = room_beside(database);
    if (room >= room_bytes_min)
        findings.push_back({"room", mebibytes(room) + " free"});
    else
        findings.push_back({"room",
                            mebibytes(room) + " free, and at least " + mebibytes(room_bytes_min) + " are needed",
                            "Make room on the disk, or move the database to a larger one"});
}

void add_clock(std::vector<Finding>& findings, Time latest) {
    if (latest <= now() + clock_tolerance)
        findings.push_back({"clock", "not behind the latest event"});
    else
        findings.push_back({"clock", "behind the latest event: that one happened in the future",
                            "Set the clock, and keep it set with systemd-timesyncd or chrony"});
}

void add_public_address(std::vector<Finding>& findings, const std::string& address) {
    if (address.empty()) return;
    httplib::Client client(address);
    client.set_connection_timeout(answer_max);
    client.set_read_timeout(answer_max);
    const auto result =
        client.is_valid() ? client.Get("/healthz") : httplib::Result(nullptr, httplib::Error::Connection);
    const std::string look_at_proxy =
        "See that the name leads to this machine, that the proxy runs, and that its "
        "certificate is valid";
    if (!result)
        findings.push_back(
            {"public address", address + " cannot be reached: " + httplib::to_string(result.error()), look_at_proxy});
    else if (result->status != 200 || result->body != "ok\n")
        findings.push_back({"public address",
                            address + " answers, but not as Wrapup: " + std::to_string(result->status),
                            "See that the proxy passes requests on to the address that wrapup serve listens on"});
    else
        findings.push_back({"public address", address + " leads to a Wrapup"});
}

}  // namespace

std::vector<Finding> look_through(const DoctorOptions& options, const std::function<void(std::int64_t)>& tell) {
    std::error_code unknown;
    if (!fs::exists(options.database, unknown))
        return {{"file", "there is no " + options.database.string(), "Name it with --db, or start wrapup serve once"}};
    std::vector<Finding> findings;
    try {
        const auto [found, by_server] = looked_at(options.database, tell);
        add_server(findings, by_server);
        add_file(findings, options.database, found);
        add_derived(findings, found);
        add_clock(findings, found.latest);
    } catch (const SQLite::Exception& e) {
        findings.push_back({"file", options.database.string() + " cannot be read: " + e.getErrorStr(),
                            "If it is a database of Wrapup, put a backup in its place: wrapup restore COPY"});
    } catch (const ControlFailed& e) {
        findings.push_back({"server", e.what(), "Look at its log, and start it again"});
    }
    add_permissions(findings, options.database);
    add_room(findings, options.database);
    add_public_address(findings, options.public_address);
    return findings;
}

}  // namespace wrapup::server
