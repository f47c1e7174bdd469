// Power cuts: what was answered is on disk, and what was not is either there or not, never in part and never twice.
#include <iostream>
#include <thread>

#include "tests/fault/ledger.hpp"
#include "tests/fault/soundness.hpp"

namespace wrapup::server::fault {
namespace {

struct Report {
    std::int64_t cuts = 0;
    Tally tally;
    std::string wrong;
    bool damaged = false;  // Wrong in another way than by what the tally counts.

    bool flawless() const { return wrong.empty() && tally.lost + tally.doubled + tally.half == 0; }
    Report& operator+=(const Report& other) {
        cuts += other.cuts;
        tally += other.tally;
        wrong += other.wrong;
        damaged |= other.damaged;
        return *this;
    }
};

std::ostream& operator<<(std::ostream& out, const Report& report) {
    const Tally& tally = report.tally;
    return out << report.cuts << " power cuts, " << tally.acknowledged << " commands acknowledged (" << tally.accepted
               << " accepted), " << tally.lost << " lost, " << tally.doubled << " doubled, " << tally.half
               << " half present" << (report.wrong.empty() ? "" : ": ") << report.wrong << '\n';
}

// One database and the clients that write into it, over the lives of several servers. The seed decides what is written,
// when the power fails, and what that leaves; which thread comes first it cannot decide.
class Trial {
public:
    Trial(std::uint32_t seed, Syncs syncs) : seed_(seed), random_(seed), clients_(writers(seed)) {
        disk().start(seed, syncs);
    }

    // Stops early at the first flaw, since all that follows would only repeat it.
    Report run(int cuts) {
        while (report_.cuts < cuts && report_.flawless()) {
            disk().cut_after(moment());
            live_until_cut();
            disk().reboot();
            ++report_.cuts;
        }
        if (report_.flawless()) live([](Inbox&) {});
        if (report_.flawless() && !survives_rebuilding(file_)) report_.wrong += "the inbox is not as in the log, ";
        report_.damaged = !report_.wrong.empty();
        if (!report_.flawless()) report_.wrong += "seed " + std::to_string(seed_) + "; ";
        return report_;
    }

private:
    // Every fourth comes while the server still opens its file, or makes it.
    std::int64_t moment() { return random_() % 4 == 0 ? 1 + random_() % 150 : 150 + random_() % 6'000; }

    void live_until_cut() {
        live([this](Inbox& inbox) { write_until_cut(inbox); });
        if (!disk().is_out() && report_.flawless()) report_.wrong += "the power did not fail, ";
    }

    // Whatever goes wrong for want of power has to.
    template <class Then>
    void live(Then then) {
        try {
            const auto server = open_server(file_, random_() % 2 == 0 ? folds_by_default_pages : folds_often_pages);
            check(server->database);
            if (!report_.flawless()) return;
            for (Writer& client : clients_) client.resend(server->inbox);
            check(server->database);
            then(server->inbox);
        } catch (const std::exception& e) {
            if (!disk().is_out()) report_.wrong += e.what() + std::string(", ");
        }
    }

    void check(Database& database) {
        report_.wrong += damage(database);
        report_.tally = compare(clients_, database);
    }

    void write_until_cut(Inbox& inbox) {
        std::mutex mutex;
        std::vector<std::thread> threads;
        for (Writer& client : clients_)
            threads.emplace_back([&] {
                try {
                    for (;;) client.step(inbox);
                } catch (const std::exception& e) {
                    const std::lock_guard lock(mutex);
                    if (!disk().is_out()) report_.wrong += e.what() + std::string(", ");
                }
            });
        for (std::thread& thread : threads) thread.join();
    }

    std::uint32_t seed_;
    std::mt19937 random_;
    test::Folder folder_;
    const std::filesystem::path file_ = folder_.file("w.db");
    std::vector<Writer> clients_;
    Report report_;
};

Report trials(int databases, int cuts_each, Syncs syncs) {
    Report all;
    for (int i = 0; i < databases; ++i) all += Trial(static_cast<std::uint32_t>(i), syncs).run(cuts_each);
    return all;
}

}  // namespace

TEST_CASE("what was answered survives every power cut, and what was not is done once when it is sent again") {
    const Report report = trials(8, 8, Syncs::full);
    std::cout << "FULL: " << report;
    INFO(report);
    CHECK(report.flawless());
    CHECK(report.cuts >= 60);
    CHECK(report.tally.accepted > 1'000);
    CHECK(report.tally.accepted < report.tally.acknowledged);  // Refusals are answers, too.
}

// The same with less than FULL: if nothing were lost, the test above would be blind.
TEST_CASE("without the sync of each commit, power cuts take back what was answered, and nothing worse") {
    const Report report = trials(12, 1, Syncs::normal);
    std::cout << "NORMAL: " << report;
    INFO(report);
    CHECK(report.tally.lost > 0);
    CHECK(report.tally.doubled + report.tally.half == 0);
    CHECK_FALSE(report.damaged);
}

TEST_CASE("without any sync, power cuts destroy the database") {
    const Report report = trials(12, 1, Syncs::off);
    std::cout << "OFF: " << report;
    INFO(report);
    CHECK(report.tally.lost > 0);
    CHECK(report.damaged);
}

}  // namespace wrapup::server::fault
