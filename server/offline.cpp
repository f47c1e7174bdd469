#include "server/offline.hpp"

#include <fstream>
#include <iostream>

#include "server/clock.hpp"
#include "server/control.hpp"
#include "server/demo.hpp"
#include "server/demo_desk.hpp"
#include "server/json_text.hpp"
#include "server/progress.hpp"
#include "server/report.hpp"
#include "server/store/backup.hpp"
#include "server/store/database.hpp"
#include "server/store/policies.hpp"
#include "server/store/rebuild.hpp"

namespace wrapup::server {
namespace {

constexpr int failed = 1;
constexpr int bad_input = 2;
constexpr std::int64_t bytes_a_step = 1024 * 1024;

// Throws Malformed.
Json json_of(const std::filesystem::path& file) {
    std::ifstream opened;
    if (file != "-") opened.open(file);
    std::istream& in = file == "-" ? std::cin : opened;
    if (!in) throw Malformed("", "it cannot be read");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return parse_json(text);
}

// Runs `read`, which may throw Malformed about the file.
template <class Read>
int about(const std::filesystem::path& file, std::ostream& complaints, const Read& read) {
    try {
        read();
        return 0;
    } catch (const Malformed& malformed) {
        complaints << "wrapup: " << file.string() << ": " << (malformed.field.empty() ? "" : malformed.field + ": ")
                   << malformed.what() << std::endl;
        return bad_input;
    }
}

Policy valid_policy_from(const Json& json) {
    Policy policy = policy_from(json);
    if (const auto invalid = validate(policy)) throw Malformed(invalid->field, std::string(name_of(invalid->fault)));
    return policy;
}

Backup backup_here(const BackupOptions& options, Progress& progress) {
    std::error_code unknown;
    if (!std::filesystem::exists(options.database, unknown)) throw Unusable(options.database, "there is none");
    Database database(options.database);
    return backup(database, options.file, [&](std::uintmax_t done, std::uintmax_t) {
        progress.at(static_cast<std::int64_t>(done / bytes_a_step));
        return true;
    });
}

Backup backup_by_server(const BackupOptions& options, Progress& progress) {
    const Json request{{"command", "backup"}, {"file", std::filesystem::absolute(options.file).string()}};
    const Json made = ask_running_server(options.database, request, [&](const Json& told) {
        progress.at(told.value("done", std::int64_t{0}) / bytes_a_step);
    });
    return {made.value("position", Position{0}), made.value("conversations", std::int64_t{0}),
            made.value("bytes", std::uintmax_t{0})};
}

Backup backup_either_way(const BackupOptions& options, Progress& progress) {
    try {
        return backup_here(options, progress);
    } catch (const InUse&) {
        return backup_by_server(options, progress);
    }
}

}  // namespace

int run_policy(const PolicyOptions& options, std::ostream& out, std::ostream& complaints) {
    Database database(options.database);
    if (!options.file.empty())
        return about(options.file, complaints, [&] {
            const Policy policy = valid_policy_from(json_of(options.file));
            Writing writing(database);
            Policies(*writing).put(policy, now());
            rebuild(*writing);  // What is due when is another matter now.
            writing.commit();
        });
    const Reading reading(database);
    out << encode(Policies(*reading).current().policy).dump(2) << std::endl;
    return 0;
}

int run_rebuild(const RebuildOptions& options, std::ostream& out) {
    Database database(options.database);
    Writing writing(database);
    const Rebuilt rebuilt = rebuild(*writing);
    writing.commit();
    out << rebuilt.conversations << " conversations derived anew, "
        << (rebuilt.differences == 0 ? "no difference" : std::to_string(rebuilt.differences) + " differences mended")
        << std::endl;
    return 0;
}

int run_backup(const BackupOptions& options, std::ostream& out, std::ostream& complaints) {
    try {
        Progress progress(complaints, "copying", "MiB");
        const Backup made = backup_either_way(options, progress);
        out << options.file.string() << ": " << made.conversations << " conversations, every event up to "
            << made.position << ", " << made.bytes << " bytes, read through and whole" << std::endl;
        return 0;
    } catch (const BackupFailed& e) {
        complaints << "wrapup: no backup: " << e.what() << std::endl;
    } catch (const ControlFailed& e) {
        complaints << "wrapup: no backup: " << e.what() << std::endl;
    }
    return failed;
}

int run_demo(const DemoOptions& options, std::ostream& out, std::ostream& complaints) {
    prepare_demo(options.database);
    Service service(options.database);
    seed_demo(service, Config{}.port);
    DemoDesk desk(service.database, service.policy.stored(), service.clock());
    const std::int64_t missing = std::max<std::int64_t>(options.conversations - desk.conversations(), 0);
    Progress progress(complaints, "seeding", "conversations", missing);
    desk.add(missing, [&](std::int64_t done) { progress.at(done); });
    out << missing << " conversations added; the demo shop has " << desk.conversations() << "\n"
        << "Sign in as ana@demo.test, ben@demo.test or mia@demo.test (supervisor), password " << demo_password
        << std::endl;
    return 0;
}

int run_explain(const ExplainOptions& options, std::ostream& out, std::ostream& complaints) {
    return about(options.file, complaints, [&] {
        Report report = report_from(json_of(options.file));
        if (options.at) report.at = Time{Milliseconds{*options.at}};
        if (options.agent) report.actor = colleague_in(report, *options.agent, "--agent");
        print(report, out);
    });
}

}  // namespace wrapup::server
