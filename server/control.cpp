#include "server/control.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "server/json_text.hpp"
#include "server/log.hpp"
#include "server/store/backup.hpp"
#include "server/token_commands.hpp"
#include "server/upkeep_commands.hpp"

namespace wrapup::server {
namespace {

namespace fs = std::filesystem;

Json run_backup(Database& database, const Json& request, const Tell& tell) {
    const fs::path file = decode<std::string>(request.value("file", Json()), "file");
    if (!file.is_absolute()) throw Malformed("file", "expected an absolute path");
    const Backup made = backup(database, file, [&](std::uintmax_t done, std::uintmax_t about) {
        return tell({{"done", done}, {"about", about}});
    });
    return {{"position", made.position}, {"conversations", made.conversations}, {"bytes", made.bytes}};
}

struct Command {
    std::string_view name;
    Json (*run)(Database&, const Json& request, const Tell&);
};
constexpr std::array commands{
    Command{"backup", run_backup},
    Command{"examine", run_examine},
    Command{"export", run_export},
    Command{"add_token",
            [](Database& database, const Json& request, const Tell&) { return add_token(database, request, now()); }},
    Command{"list_tokens", [](Database& database, const Json&, const Tell&) { return list_tokens(database); }},
    Command{"revoke_token",
            [](Database& database, const Json& request, const Tell&) { return revoke_token(database, request); }},
};

// The address of the socket, as seen from its folder: a whole path may be longer than an address can be.
class SocketAddress {
public:
    explicit SocketAddress(const fs::path& database)
        : folder_(::open(fs::absolute(database).parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
        const std::string path =
            "/proc/self/fd/" + std::to_string(folder_.get()) + '/' + database.filename().string() + ".socket";
        address_.sun_family = AF_UNIX;
        if (path.size() < sizeof(address_.sun_path)) std::memcpy(address_.sun_path, path.data(), path.size());
    }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address_); }
    static constexpr socklen_t size = sizeof(sockaddr_un);
    const char* path() const { return address_.sun_path; }

private:
    Descriptor folder_;
    sockaddr_un address_{};
};

Descriptor new_socket() { return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

// Whoever holds the lock on the database owns the name: what is there was left by a process that was killed.
Descriptor listening_at(const fs::path& database) {
    const SocketAddress address(database);
    Descriptor socket = new_socket();
    ::unlink(address.path());
    const bool listens = socket && ::fchmod(socket.get(), S_IRUSR | S_IWUSR) == 0 &&
                         ::bind(socket.get(), address.get(), SocketAddress::size) == 0 &&
                         ::listen(socket.get(), 8) == 0;
    if (listens) return socket;
    log_warning(std::string("commands cannot reach this server: ") + std::strerror(errno));
    return {};
}

void limit_waiting(const Descriptor& socket, std::chrono::seconds wait_max) {
    const timeval wait{wait_max.count(), 0};
    ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof(wait));
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait));
}

bool send_line(const Descriptor& socket, const Json& json) {
    const std::string line = text_of(json) + '\n';
    for (std::size_t sent = 0; sent < line.size();) {
        const auto n = ::send(socket.get(), line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) return false;
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

class Lines {
public:
    Lines(const Descriptor& socket, std::size_t bytes_max) : socket_(socket), bytes_max_(bytes_max) {}

    // Nothing at the end, or where a line is too long or too long in coming.
    std::optional<std::string> next() {
        std::array<char, 64 * 1024> buffer{};
        for (;;) {
            if (const auto end = text_.find('\n'); end != std::string::npos) {
                std::string line = text_.substr(0, end);
                text_.erase(0, end + 1);
                return line;
            }
            const auto n = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
            if (n <= 0) return std::nullopt;
            text_.append(buffer.data(), static_cast<std::size_t>(n));
            if (text_.size() > bytes_max_) return std::nullopt;
        }
    }

private:
    const Descriptor& socket_;
    const std::size_t bytes_max_;
    std::string text_;
};

Json outcome_of(Database& database, const std::string& line, const Tell& tell) {
    try {
        return {{"result", run_command(database, parse_json(line), tell)}};
    } catch (const BackupFailed& e) {
        return {{"error", e.what()}};
    } catch (const ControlFailed& e) {
        return {{"error", e.what()}};
    } catch (const Interrupted&) {
        return {{"error", "it was stopped"}};
    } catch (const Malformed& e) {
        return {{"error", e.field + ": " + e.what()}};
    } catch (...) {
        return {{"error", "something went wrong in the server: " + log_fault("a command", std::current_exception())}};
    }
}

}  // namespace

Json run_command(Database& database, const Json& request, const Tell& tell) {
    const std::string name = decode<std::string>(request.is_object() ? request.value("command", Json()) : Json());
    for (const Command& command : commands)
        if (command.name == name) return command.run(database, request, tell);
    throw ControlFailed("the running server does not know the command; is it an older one?");
}

Control::Control(Database& database) : database_(database), socket_(listening_at(database.file())) {
    if (socket_) thread_ = std::thread([this] { serve(); });
}

Control::~Control() {
    if (!socket_) return;
    stopped_ = true;
    bell_.ring();
    thread_.join();
    ::unlink(SocketAddress(database_.file()).path());
}

void Control::serve() {
    while (!stopped_) {
        std::array<pollfd, 2> both{pollfd{socket_.get(), POLLIN, 0}, pollfd{bell_.descriptor().get(), POLLIN, 0}};
        if (::poll(both.data(), both.size(), -1) <= 0 || (both[0].revents & POLLIN) == 0) continue;
        const Descriptor peer(::accept4(socket_.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (peer) answer(peer);
    }
}

void Control::answer(const Descriptor& peer) {
    limit_waiting(peer, wait_max);
    const auto line = Lines(peer, request_bytes_max).next();
    if (!line) return;
    Ticks told_at{};
    const auto tell = [&](const Json& progress) {
        const bool is_wanted_whole = progress.contains("lines");
        if (!is_wanted_whole && ticks() < told_at + std::chrono::seconds{1}) return !stopped_;
        told_at = ticks();
        return !stopped_ && send_line(peer, {{"progress", progress}});
    };
    send_line(peer, outcome_of(database_, *line, tell));
}

Json ask_running_server(const fs::path& database, const Json& request, const std::function<void(const Json&)>& tell) {
    const SocketAddress address(database);
    const Descriptor socket = new_socket();
    if (!socket || ::connect(socket.get(), address.get(), SocketAddress::size) != 0)
        throw ControlFailed("another Wrapup is using " + database.string() + ", and does not answer beside it");
    send_line(socket, request);  // Where it does not take all of that, there is no answer either.
    Lines lines(socket, Control::answer_bytes_max);
    while (const auto line = lines.next()) {
        const Json answer = parse_json(*line);
        if (answer.contains("result")) return answer.at("result");
        if (answer.contains("error")) throw ControlFailed(decode<std::string>(answer.at("error"), "error"));
        if (answer.contains("progress")) tell(answer.at("progress"));
    }
    throw ControlFailed("the running server went away before it was done");
}

}  // namespace wrapup::server
