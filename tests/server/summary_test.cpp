#include "server/summary.hpp"

#include "server/store/rebuild.hpp"
#include "tests/support/random_case.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;
using wrapup::test::mia;

constexpr std::int64_t minute_ms = 60'000;

Policy policy_with_a_topic() {
    Policy policy;
    policy.topics = {{"billing"}};
    return policy;
}

// Five conversations of two days in January, to be counted by hand.
struct TwoDays : Desk {
    TwoDays() : Desk(policy_with_a_topic()) {
        answered_and_closed_twice();
        closed_without_reply();
        reopened();
        a_task();
        at("2026-01-11", 10h);
        start_chat();
    }

    void at(const char* day, Milliseconds into) { time = Time(day_from(day, "day")) + into; }

    // Replied to after 2 minutes. Its close after 10 was undone; that after 30 holds.
    void answered_and_closed_twice() {
        at("2026-01-10", 12h);
        const std::string chat = start_chat();
        at("2026-01-10", 12h + 2min);
        run(ana, chat, {Claim{}, Reply{"hi"}});
        at("2026-01-10", 12h + 10min);
        run(ana, chat, {End{}, Close{}});
        at("2026-01-10", 12h + 10min + 5s);
        run(ana, chat, {UndoClose{}});
        at("2026-01-10", 12h + 30min);
        run(ana, chat, {End{}, Close{}});
    }
    // Half an hour before midnight UTC; closed after 4 minutes.
    void closed_without_reply() {
        at("2026-01-10", 23h + 30min);
        const std::string chat = start_chat();
        at("2026-01-10", 23h + 34min);
        run(ana, chat, {Claim{}, NoReplyNeeded{}, End{}, Close{}});
    }
    // Replied to after 6 minutes, closed after 20, reopened, and closed for good after 90.
    void reopened() {
        at("2026-01-11", 9h);
        const std::string chat = start_chat();
        at("2026-01-11", 9h + 6min);
        run(ana, chat, {Claim{}, Reply{"hi"}, SetTopics{{{"billing"}}}});
        at("2026-01-11", 9h + 20min);
        run(ana, chat, {End{}, Close{}});
        at("2026-01-11", 10h);
        run(ana, chat, {Reopen{}});
        at("2026-01-11", 10h + 30min);
        run(ana, chat, {Close{}});
    }
    // Nobody is there to reply to. Done after an hour.
    void a_task() {
        at("2026-01-11", 11h);
        const std::string task = random_id();
        run(ana, task, {Start{shop, Channel::task, {}, {}}, Claim{}});
        at("2026-01-11", 12h);
        run(ana, task, {Close{}});
    }
};

Summary summary_of(Database& database, const char* from, const char* to, const char* clock = "0",
                   const std::vector<SiteId>& sites = {shop}) {
    const Reading reading(database);
    return summarise(*reading, sites, {day_from(from, "from"), day_from(to, "to")}, LocalClock::from(clock, "tz"));
}

std::map<std::string, std::int64_t> started_by(const std::vector<Slice>& slices) {
    std::map<std::string, std::int64_t> started;
    for (const Slice& slice : slices) started[slice.key] = slice.figures.started;
    return started;
}
using Started = std::map<std::string, std::int64_t>;

// What can be added up.
Figures sum_of(const std::vector<Slice>& slices) {
    Figures sum;
    for (const Slice& slice : slices) {
        sum.started += slice.figures.started;
        sum.replied += slice.figures.replied;
        sum.closed += slice.figures.closed;
        sum.closed_without_reply += slice.figures.closed_without_reply;
        sum.reopened += slice.figures.reopened;
    }
    return sum;
}

Figures without_times(Figures figures) {
    figures.first_reply = figures.closing = std::nullopt;
    return figures;
}

}  // namespace

TEST_CASE("a report says what counting by hand says") {
    TwoDays desk;
    const Summary summary = summary_of(desk.service.database, "2026-01-10", "2026-01-12");
    CHECK(summary.total ==
          Figures{5, 2, 4, 1, 1, Spread{2 * minute_ms, 6 * minute_ms}, Spread{30 * minute_ms, 90 * minute_ms}});
    CHECK(started_by(summary.days) == Started{{"2026-01-10", 2}, {"2026-01-11", 3}, {"2026-01-12", 0}});
    CHECK(started_by(summary.channels) == Started{{"chat", 4}, {"task", 1}});
    CHECK(started_by(summary.agents) == Started{{"ana", 4}, {"", 1}});
    CHECK(started_by(summary.topics) == Started{{"billing", 1}, {"", 4}});
    CHECK(summary.agents.front().name == "ana");
    CHECK(summary.topics.front().key.empty());  // The largest first.
    CHECK(summary.days.at(0).figures ==
          Figures{2, 1, 2, 1, 0, Spread{2 * minute_ms, 2 * minute_ms}, Spread{4 * minute_ms, 30 * minute_ms}});
    CHECK(summary.days.at(2).figures == Figures{});
}

TEST_CASE("a close that was undone never was one, nor is that a reopening") {
    Desk desk;
    desk.time = Time(day_from("2026-01-10", "day"));
    const std::string chat = desk.start_chat();
    desk.run(ana, chat, {Claim{}, Reply{"hi"}, End{}, Close{}});
    CHECK(summary_of(desk.service.database, "2026-01-10", "2026-01-10").total.closed == 1);
    desk.run(ana, chat, {UndoClose{}});
    const Figures total = summary_of(desk.service.database, "2026-01-10", "2026-01-10").total;
    CHECK((total.closed == 0 && total.reopened == 0 && !total.closing));
}

TEST_CASE("a report is of its days, as they are where it is read, and of its sites") {
    TwoDays desk;
    Database& database = desk.service.database;
    CHECK(started_by(summary_of(database, "2026-01-10", "2026-01-11", "60").days) ==
          Started{{"2026-01-10", 1}, {"2026-01-11", 4}});
    CHECK(summary_of(database, "2026-01-11", "2026-01-11").total.started == 3);
    CHECK(summary_of(database, "2026-01-12", "2026-01-20").total == Figures{});
    CHECK(summary_of(database, "2026-01-10", "2026-01-11", "0", {{"elsewhere"}}).total == Figures{});
    CHECK(summary_of(database, "2026-01-10", "2026-01-11", "0", {}).total == Figures{});
}

TEST_CASE("the parts of a report add up to its whole, whatever happened") {
    const auto seed = GENERATE(1u, 2u, 3u);
    CAPTURE(seed);
    std::mt19937 random(seed);
    Desk desk(policy_with_a_topic());
    desk.time += 24h;  // So that all of it is in 1970 also where it is five hours earlier.
    std::vector<std::string> conversations;
    for (int i = 0; i < 300; ++i) {
        desk.time += Milliseconds{static_cast<std::int64_t>(random() % 3'600'000)};
        if (i % 15 == 0) conversations.push_back(desk.start_chat());
        desk.run(wrapup::test::anybody(random), conversations[random() % conversations.size()],
                 {wrapup::test::any_command(random, wrapup::test::TextKind::any, desk.time)});
    }
    const Summary summary = summary_of(desk.service.database, "1970-01-01", "1970-02-01", "-300");
    const Figures total = without_times(summary.total);
    CHECK(total.started == static_cast<std::int64_t>(conversations.size()));
    CHECK(sum_of(summary.days) == total);
    CHECK(sum_of(summary.channels) == total);
    CHECK(sum_of(summary.agents) == total);
    CHECK(sum_of(summary.topics).started >= total.started);
    const auto closed = std::count_if(conversations.begin(), conversations.end(),
                                      [&](const std::string& id) { return desk.state(id).closed(); });
    CHECK(total.closed == closed);

    Writing writing(desk.service.database);
    CHECK(rebuild(*writing).differences == 0);
}

TEST_CASE("a report to take away has a line for each of its parts, with times in seconds") {
    TwoDays desk;
    const std::string csv = csv_of(summary_of(desk.service.database, "2026-01-10", "2026-01-11"));
    CHECK(csv ==
          "By,Key,Name,Conversations started,Replied to,\"First reply, median (s)\",\"First reply, 90 % within (s)\","
          "Closed,\"Time to close, median (s)\",\"Time to close, 90 % within (s)\",Reopened,Closed without reply\r\n"
          "total,2026-01-10 to 2026-01-11,,5,2,120,360,4,1800,5400,1,1\r\n"
          "day,2026-01-10,,2,1,120,120,2,240,1800,0,1\r\n"
          "day,2026-01-11,,3,1,360,360,2,3600,5400,1,0\r\n"
          "channel,chat,,4,2,120,360,3,1800,5400,1,1\r\n"
          "channel,task,,1,0,,,1,3600,3600,0,0\r\n"
          "agent,ana,ana,4,2,120,360,4,1800,5400,1,1\r\n"
          "agent,,,1,0,,,0,,,0,0\r\n"
          "topic,,,4,1,120,120,3,1800,3600,0,1\r\n"
          "topic,billing,Billing,1,1,360,360,1,5400,5400,1,0\r\n");
}

TEST_CASE("a call that was picked up was answered, and one that nobody got to was not") {
    Desk desk;
    desk.time = Time(day_from("2026-01-10", "day"));
    for (const bool in_time : {true, false}) {
        const std::string call = random_id();
        const Time began = desk.time;
        desk.run(wrapup::test::visitor, call, {Start{shop, Channel::call, {"vera"}, {}}});
        if (!in_time) desk.run(wrapup::test::visitor, call, {End{}});
        desk.time = began + 20s;
        desk.run(ana, call, {Claim{}});
        if (in_time) desk.run(ana, call, {End{}});
    }
    const Figures total = summary_of(desk.service.database, "2026-01-10", "2026-01-10").total;
    CHECK(total.started == 2);
    CHECK(total.replied == 1);
    CHECK(total.first_reply == Spread{20'000, 20'000});
}

}  // namespace wrapup::server::test
