#include "server/upkeep_commands.hpp"

#include "server/json_text.hpp"
#include "server/store/exporting.hpp"

namespace wrapup {
// clang-format off
template <> struct Shape<server::Examined> { using T = server::Examined; static constexpr std::tuple fields{Field{"damage", &T::damage}, Field{"schema", &T::schema}, Field{"newest_schema", &T::newest_schema}, Field{"conversations", &T::conversations}, Field{"differences", &T::differences}, Field{"latest", &T::latest}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

constexpr std::size_t lines_at_once_bytes = 64 * 1024;

ExportScope scope_of(const Json& request) {
    const auto conversation = decode<std::optional<std::string>>(request.value("conversation", Json()), "conversation");
    const auto customer = decode<std::optional<std::string>>(request.value("customer", Json()), "customer");
    if (conversation) return {ExportScope::Of::conversation, *conversation};
    if (customer) return {ExportScope::Of::customer, *customer};
    return {};
}

}  // namespace

Json run_examine(Database& database, const Json&, const Tell& tell) {
    LongReading reading(database);
    return encode(examine(*reading, [&](std::int64_t done) { return tell({{"done", done}}); }));
}

Json run_export(Database& database, const Json& request, const Tell& tell) {
    const ExportScope scope = scope_of(request);
    LongReading reading(database);
    Json some = Json::array();
    std::size_t bytes = 0;
    const auto send = [&] {
        bytes = 0;
        return tell({{"lines", std::exchange(some, Json::array())}});
    };
    const std::int64_t lines = export_lines(*reading, scope, [&](const Json& line) {
        bytes += text_of(line).size();
        some.push_back(line);
        return bytes < lines_at_once_bytes || send();
    });
    if (scope.of != ExportScope::Of::everything && lines == 0) throw ControlFailed("there is nothing of that id");
    if (!some.empty() && !send()) throw Interrupted();
    return {{"lines", lines}};
}

Examined examined_from(const Json& json) { return decode<Examined>(json); }

}  // namespace wrapup::server
