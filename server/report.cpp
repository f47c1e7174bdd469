#include "server/report.hpp"

#include <ctime>
#include <iomanip>
#include <ostream>

namespace wrapup::server {
namespace {

// As in 2026-11-21 12:00:01.250, in UTC.
std::string moment(Time time) {
    const auto ms = time.time_since_epoch().count();
    const std::time_t seconds = static_cast<std::time_t>(ms / 1'000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::ostringstream text;
    text << std::put_time(&utc, "%F %T") << '.' << std::setw(3) << std::setfill('0') << ms % 1'000;
    return text.str();
}

std::string who(const Author& author) {
    return std::string(name_of(author.role)) + (author.id.empty() ? "" : ' ' + author.id);
}

// The tag of a fact, and its fields as JSON where it has some.
std::string what(const Fact& fact) {
    Json json = encode(fact);
    std::string text = json.at("type");
    json.erase("type");
    return json.empty() ? text : text + ' ' + json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string verdict(const Availability& row) {
    if (row.rejection) return "disabled: " + std::string(name_of(*row.rejection));
    std::string text = "enabled";
    if (row.asks) text.append(", asks first: ").append(name_of(*row.asks));
    if (row.warns) text.append(", warns: ").append(name_of(*row.warns));
    return text;
}

}  // namespace

Report report_from(const Json& json) {
    if (!json.is_object()) throw Malformed("", "expected an object");
    Json own = Json::object();
    for (const char* field : {"at", "actor", "history"})
        if (json.contains(field)) own[field] = json[field];
    return decode<Report>(own);
}

Actor colleague_in(const Report& report, const std::string& id, const std::string& field) {
    for (const Actor& colleague : report.history.colleagues)
        if (colleague.id == id) return colleague;
    throw Malformed(field, "no such colleague");
}

void print(const Report& report, std::ostream& out) {
    for (const Event& event : report.history.events)
        if (event.at <= report.at)
            out << std::setw(5) << event.version << "  " << moment(event.at) << "  " << who(event.by) << ": "
                << what(event.fact) << '\n';
    const Explanation explanation = explain(report.history, report.actor, report.at);
    out << "\nAt " << moment(report.at) << " (UTC): " << name_of(explanation.status);
    if (explanation.due) out << ", due " << moment(*explanation.due);
    out << "\nFor " << who(report.actor.author()) << ":\n";
    for (const Availability& row : explanation.buttons)
        out << "  " << std::left << std::setw(15) << name_of(row.place) << std::setw(21) << name_of(row.button)
            << verdict(row) << std::right << '\n';
    if (explanation.buttons.empty()) out << "  no buttons: they may not know of this conversation\n";
}

}  // namespace wrapup::server
