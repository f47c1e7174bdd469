#include "server/token_desk.hpp"

#include <ctime>
#include <iomanip>
#include <ostream>

#include "server/control.hpp"

namespace wrapup::server {
namespace {

constexpr int failed = 1;

// As in 2026-11-21, in UTC.
std::string day(const Json& time) {
    const auto seconds = static_cast<std::time_t>(time.get<std::int64_t>() / 1'000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::ostringstream text;
    text << std::put_time(&utc, "%F");
    return text.str();
}

std::string words_of(const Json& scopes) {
    std::string words;
    for (const Json& scope : scopes) words += ' ' + scope.get<std::string>();
    return words;
}

Json request_of(const TokenOptions& options) {
    switch (options.task) {
        case TokenOptions::Task::add:
            return {{"command", "add_token"},
                    {"name", options.name},
                    {"site", options.site},
                    {"days", encode(options.days)},
                    {"scopes", options.scopes.empty() ? Json(nullptr) : Json(options.scopes)}};
        case TokenOptions::Task::list:
            return {{"command", "list_tokens"}};
        case TokenOptions::Task::revoke:
            return {{"command", "revoke_token"}, {"id", options.id}};
    }
    return {};
}

Json run_either_way(const TokenOptions& options) {
    std::error_code unknown;
    if (!std::filesystem::exists(options.database, unknown)) throw Unusable(options.database, "there is none");
    try {
        Database database(options.database);
        return run_command(database, request_of(options), [](const Json&) { return true; });
    } catch (const InUse&) {
        return ask_running_server(options.database, request_of(options), [](const Json&) {});
    }
}

void print(const Json& tokens, std::ostream& out) {
    if (tokens.empty()) out << "There are no tokens.\n";
    for (const Json& token : tokens) {
        const Json& expires_at = token.at("expires_at");
        out << token.at("id").get<std::string>() << "  " << token.at("site").get<std::string>() << "  "
            << token.at("name").get<std::string>() << "  made " << day(token.at("created_at")) << ", "
            << (expires_at.is_null() ? "never expires" : "expires " + day(expires_at)) << ", for"
            << words_of(token.at("scopes")) << '\n';
    }
    out << std::flush;
}

void tell(const TokenOptions& options, const Json& result, std::ostream& out, std::ostream& complaints) {
    switch (options.task) {
        case TokenOptions::Task::add:
            complaints << "Keep it well, it is not told again. Its id is " << result.at("id").get<std::string>() << '.'
                       << std::endl;
            out << result.at("token").get<std::string>() << std::endl;
            return;
        case TokenOptions::Task::list:
            return print(result.at("tokens"), out);
        case TokenOptions::Task::revoke:
            out << options.id << " is revoked" << std::endl;
            return;
    }
}

}  // namespace

int run_tokens(const TokenOptions& options, std::ostream& out, std::ostream& complaints) {
    try {
        tell(options, run_either_way(options), out, complaints);
        return 0;
    } catch (const Malformed& malformed) {
        complaints << "wrapup: " << malformed.field << ": " << malformed.what() << std::endl;
    } catch (const ControlFailed& e) {
        complaints << "wrapup: " << e.what() << std::endl;
    }
    return failed;
}

}  // namespace wrapup::server
