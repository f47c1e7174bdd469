#include <algorithm>

#include "server/http/bodies.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/summary.hpp"

namespace wrapup::server {
namespace {

// What a report is about. Malformed if that cannot be read.
struct Question {
    Days days;
    LocalClock clock;
    std::vector<SiteId> sites;  // Those of the actor, or the one they name; none where that is not theirs.
};

Days days_from(const Ask& ask) {
    const Days days{day_from(ask.param("from"), "from"), day_from(ask.param("to"), "to")};
    if (days.to < days.from) throw Malformed("to", "before the first day");
    if (days.to - days.from >= Days::days_max) throw Malformed("to", "more than 366 days");
    return days;
}

std::vector<SiteId> sites_from(const Ask& ask) {
    const auto& theirs = ask.actor().sites;
    const auto named = ask.optional_param("site");
    if (!named) return theirs;
    const SiteId site{*named};
    return ask.may(Object::of(site)) ? std::vector{site} : std::vector<SiteId>{};
}

Question question_from(const Ask& ask) {
    const auto zone = ask.optional_param("tz");
    return {days_from(ask), zone ? LocalClock::from(*zone, "tz") : LocalClock{}, sites_from(ask)};
}

Summary summary_of(const Question& question, Connection& snapshot) {
    return summarise(snapshot, question.sites, question.days, question.clock);
}

}  // namespace

Answer report(const Ask& ask, Connection& snapshot) {
    const Question question = question_from(ask);
    if (question.sites.empty()) return problem_answer(Problem::unknown_site);
    return json_answer(stamped(ask.service, {{"report", encode(summary_of(question, snapshot))}}));
}

Answer report_file(const Ask& ask, Connection& snapshot) {
    const Question question = question_from(ask);
    if (question.sites.empty()) return problem_answer(Problem::unknown_site);
    const std::string name =
        "wrapup-report-" + text_of(question.days.from) + "-to-" + text_of(question.days.to) + ".csv";
    return {200,
            "text/csv; charset=utf-8; header=present",
            csv_of(summary_of(question, snapshot)),
            {{"Cache-Control", "no-store"}, {"Content-Disposition", "attachment; filename=\"" + name + '"'}}};
}

}  // namespace wrapup::server
