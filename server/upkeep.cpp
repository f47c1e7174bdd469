#include "server/upkeep.hpp"

#include <iostream>

#include "server/doctor.hpp"
#include "server/json_text.hpp"
#include "server/progress.hpp"
#include "server/store/restore.hpp"
#include "server/upkeep_commands.hpp"

namespace wrapup::server {
namespace {

constexpr int failed = 1;

Json scope_in(const ExportOptions& options) {
    Json request{{"command", "export"}};
    if (!options.conversation.empty()) request["conversation"] = options.conversation;
    if (!options.customer.empty()) request["customer"] = options.customer;
    return request;
}

Json export_either_way(const ExportOptions& options, const std::function<void(const Json&)>& tell) {
    std::error_code unknown;
    if (!std::filesystem::exists(options.database, unknown)) throw Unusable(options.database, "there is none");
    try {
        Database database(options.database);
        return run_export(database, scope_in(options), [&](const Json& progress) {
            tell(progress);
            return true;
        });
    } catch (const InUse&) {
        return ask_running_server(options.database, scope_in(options), tell);
    }
}

}  // namespace

int run_upkeep(const DoctorOptions& options, std::ostream& out, std::ostream& complaints) {
    Progress progress(complaints, "replaying", "conversations");
    bool is_well = true;
    for (const Finding& finding : look_through(options, [&](std::int64_t done) { progress.at(done); })) {
        out << (finding.to_do.empty() ? "ok     " : "WRONG  ") << finding.what << ": " << finding.said << std::endl;
        if (finding.to_do.empty()) continue;
        out << "       " << finding.to_do << std::endl;
        is_well = false;
    }
    return is_well ? 0 : failed;
}

int run_upkeep(const RestoreOptions& options, std::ostream& out, std::ostream& complaints) {
    try {
        const Restored restored = restore(options.database, options.copy, now());
        out << options.database.string() << ": " << restored.from.conversations << " conversations, every event up to "
            << restored.from.position << ". Start the server again; browsers notice by themselves." << std::endl;
        if (!restored.kept.empty()) out << "The former database is kept as " << restored.kept.string() << std::endl;
        return 0;
    } catch (const InUse&) {
        complaints << "wrapup: nothing restored: a server is using " << options.database.string() << ". Stop it first"
                   << std::endl;
    } catch (const RestoreFailed& e) {
        complaints << "wrapup: nothing restored: " << e.what() << std::endl;
    }
    return failed;
}

int run_upkeep(const ExportOptions& options, std::ostream& out, std::ostream& complaints) {
    Progress progress(complaints, "exporting", "lines");
    std::int64_t lines = 0;
    try {
        export_either_way(options, [&](const Json& told) {
            for (const Json& line : told.value("lines", Json::array())) {
                out << text_of(line) << '\n';
                progress.at(++lines);
            }
        });
        out.flush();
        if (out) return 0;
        complaints << "wrapup: the export is not whole: it cannot be written" << std::endl;
    } catch (const ControlFailed& e) {
        complaints << "wrapup: the export is not whole: " << e.what() << std::endl;
    }
    return failed;
}

}  // namespace wrapup::server
