#include "server/offline.hpp"

#include <fstream>
#include <iostream>

#include "server/clock.hpp"
#include "server/json_text.hpp"
#include "server/report.hpp"
#include "server/store/database.hpp"
#include "server/store/policies.hpp"
#include "server/store/rebuild.hpp"

namespace wrapup::server {
namespace {

constexpr int bad_input = 2;

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

int run_explain(const ExplainOptions& options, std::ostream& out, std::ostream& complaints) {
    return about(options.file, complaints, [&] {
        Report report = report_from(json_of(options.file));
        if (options.at) report.at = Time{Milliseconds{*options.at}};
        if (options.agent) report.actor = colleague_in(report, *options.agent, "--agent");
        print(report, out);
    });
}

}  // namespace wrapup::server
