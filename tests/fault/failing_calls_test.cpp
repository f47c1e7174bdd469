// Every single write, sync, opening and so on of a session fails once, one after the other: what the caller was not
// told to have happened can be sent again, and in the end nothing shows that there ever was a fault.
#include <sqlite3.h>

#include <iostream>

#include "tests/fault/soundness.hpp"

namespace wrapup::server::fault {
namespace {

using wrapup::test::ana;
using wrapup::test::ben;
using wrapup::test::start_chat;
using wrapup::test::visitor;

struct Line {
    const Actor& who;
    const char* conversation;
    Commands steps;
};

// A morning: what is said and done in it comes by most kinds of events, and by some refusals.
const std::vector<Line>& script() {
    static const char* const one = "the-first-conversation";
    static const char* const other = "the-other-conversation";
    static const std::string long_text(5'000, '.');
    static const std::vector<Line> lines{
        {visitor, one, {start_chat, Receive{"Is there decaf?"}}},
        {ana, one, {Claim{}}},
        {ana, one, {Reply{"There is."}}},
        {ben, one, {Reply{"I am not the owner."}}},
        {ben, one, {AddNote{long_text}}},
        {visitor, one, {Receive{"Thank you."}}},
        {ana, one, {NoReplyNeeded{}}},
        {visitor, other, {start_chat, Receive{long_text}}},
        {ana, one, {End{true}, Close{}, Next{}}},
        {ana, other, {AddNote{"Wants to call."}, Snooze{}}},
        {ana, other, {Claim{}, Release{}}},
        {ben, other, {Wake{}}},
        {ben, other, {Claim{}}},
        {ben, other, {Reply{"When?"}}},
        {visitor, other, {Receive{"Now."}}},
        {visitor, other, {MarkRead{4}}},
        {ben, other, {Reply{"Fine."}, End{true}, Close{}}},
        {ana, one, {Reopen{}}},
        {ana, one, {Reply{"Anything else?"}}},
        {ana, one, {Close{}}},
    };
    return lines;
}

// The script, by clients that send again what was not answered, to a server that is closed and opened in the middle.
// The fault is taken away as soon as somebody is told of it.
class Session {
public:
    // Begins with a copy of this file, or without one.
    Session(const std::vector<Line>& lines, const std::filesystem::path& from) : lines_(lines) {
        if (!from.empty()) std::filesystem::copy_file(from, file_);
    }

    void run() {
        in_the_end([this] { open(); });
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (i == lines_.size() / 2) server_.reset();
            in_the_end([&] { told_ += answer(i); });
        }
        server_.reset();
    }

    const std::filesystem::path& file() const { return file_; }

    // All that can be seen afterwards: what was told, and what is there. Half a command would show: sent again, it
    // would lead to its other half twice, or not at all.
    std::string traces() const {
        return told_ + rows_of(file_, {"pragma_integrity_check", "pragma_foreign_key_check", "events", "inbox",
                                       "clients", "outcomes", "customers", "agents", "agent_sites", "sites"});
    }
    bool is_sound() const {
        const bool undamaged = damage(open_server(file_, folds_often_pages)->database).empty();
        return undamaged && survives_rebuilding(file_);
    }
    std::int64_t exceptions() const { return exceptions_; }

private:
    // One exception is the answer to a fault; after that, everything works as if nothing had been.
    template <class Do>
    void in_the_end(Do once) {
        try {
            once();
        } catch (const std::exception&) {
            ++exceptions_;
            disk().repair();
            once();
        }
    }

    void open() {
        if (!server_) server_ = open_server(file_, folds_often_pages);
    }

    std::string answer(std::size_t at) {
        open();
        const Line& line = lines_[at];
        std::int64_t n = 1;
        for (std::size_t i = 0; i < at; ++i) n += lines_[i].who.id == line.who.id;
        const Asked asked{{line.conversation}, 1'000'000, every<Confirmation>(), line.steps};
        const auto answers = server_->inbox.run(line.who, {"client of " + line.who.id}, {{n, asked}});
        return encode(std::get<std::vector<Outcome>>(answers).at(0)).dump() + '\n';
    }

    const std::vector<Line>& lines_;
    test::Folder folder_;
    const std::filesystem::path file_ = folder_.file("w.db");
    std::unique_ptr<Service> server_;
    std::string told_;
    std::int64_t exceptions_ = 0;
};

// What a session without faults leaves, and how often it calls the disk.
struct Undisturbed {
    std::vector<Line> lines;
    std::filesystem::path from;
    Session session{lines, from};
    std::string traces;
    std::array<std::int64_t, static_cast<std::size_t>(Call::count)> calls{};

    Undisturbed(std::vector<Line> lines_, std::filesystem::path from_)
        : lines(std::move(lines_)), from(std::move(from_)) {
        disk().start(0);
        session.run();
        for (std::size_t i = 0; i < calls.size(); ++i) calls[i] = disk().calls(static_cast<Call>(i));
        traces = session.traces();
        REQUIRE(session.is_sound());
    }
};

struct Kind {
    const char* name;
    Call call;
    int code;
    Lasts lasts;
};

struct Told {
    std::int64_t faults = 0;
    std::int64_t exceptions = 0;
};

// A session for every n.
void disturb_every(const Kind& kind, const Undisturbed& undisturbed, Told& told) {
    for (std::int64_t nth = 1; nth <= undisturbed.calls[static_cast<std::size_t>(kind.call)]; ++nth) {
        CAPTURE(kind.name, nth, undisturbed.lines.size());
        disk().start(0);
        disk().break_at({kind.call, nth, kind.code, kind.lasts});
        Session session(undisturbed.lines, undisturbed.from);
        REQUIRE_NOTHROW(session.run());
        CHECK(disk().faults_seen() > 0);
        disk().repair();
        CHECK(session.traces() == undisturbed.traces);
        ++told.faults;
        told.exceptions += session.exceptions();
    }
}

// Both while the database is made, and while it is used.
void disturb_every(const Kind& kind) {
    static const Undisturbed creation({}, {});
    static const Undisturbed morning(script(), creation.session.file());
    Told told;
    disturb_every(kind, creation, told);
    disturb_every(kind, morning, told);
    CHECK(told.faults > 0);
    std::cout << kind.name << ": " << told.faults << " faults, " << told.exceptions << " exceptions, nothing lost\n";
}

}  // namespace

TEST_CASE("a session is not harmed by any write that fails, nor by a disk that is full for a while") {
    disturb_every({"write, I/O error", Call::write, SQLITE_IOERR_WRITE, Lasts::once});
    disturb_every({"write, disk full until there is room", Call::write, SQLITE_FULL, Lasts::until_repaired});
}

TEST_CASE("a session is not harmed by any sync that fails") {
    disturb_every({"sync, I/O error", Call::sync, SQLITE_IOERR_FSYNC, Lasts::once});
    disturb_every({"sync, I/O error until repaired", Call::sync, SQLITE_IOERR_FSYNC, Lasts::until_repaired});
}

TEST_CASE("a session is not harmed by any file that cannot be opened, read, shortened, removed or locked") {
    disturb_every({"open, too many files", Call::open, SQLITE_CANTOPEN, Lasts::once});
    disturb_every({"read, I/O error", Call::read, SQLITE_IOERR_READ, Lasts::once});
    disturb_every({"truncate, I/O error", Call::truncate, SQLITE_IOERR_TRUNCATE, Lasts::once});
    disturb_every({"remove, I/O error", Call::remove, SQLITE_IOERR_DELETE, Lasts::once});
    disturb_every({"lock, I/O error", Call::lock, SQLITE_IOERR_LOCK, Lasts::once});
}

}  // namespace wrapup::server::fault
