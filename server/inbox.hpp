#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <span>
#include <thread>

#include "core/decide.hpp"
#include "server/clock.hpp"
#include "server/delivery.hpp"
#include "server/policy_in_force.hpp"
#include "server/push/hub.hpp"
#include "server/store/database.hpp"
#include "server/transaction.hpp"

namespace wrapup::server {

// What a client asks of one conversation: all of its steps, or none. The step next comes last.
struct Asked {
    ConversationId conversation;
    Version seen = 0;
    Set<Confirmation> confirmed;
    Commands steps;
};

// A command that we cannot read. A newer server might.
struct Unreadable {
    std::string field;
};

struct NumberedCommand {
    std::int64_t n = 0;
    std::variant<Asked, Unreadable> command;
};

// The one path of a command: state, decision, events, projection, outcome, COMMIT, announcement. What was answered is
// on disk. Safe to use from several threads; commands run one at a time, in a thread of the inbox's own, which puts
// everything that waits into one transaction: a disk syncs a hundred commands as fast as one.
class Inbox {
public:
    // What is put into one transaction, at most, and the last one's commands beyond that.
    static constexpr std::size_t group_commands_max = 1'000;

    // All of them must live longer.
    Inbox(Database& database, Hub& hub, const PolicyInForce& policy, Clock clock);
    ~Inbox();
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    // The numbers do not follow on what has been run, or name a command whose outcome the client has let us forget.
    struct Gap {
        std::int64_t expected;  // Nothing from here on was run.
    };
    struct NotYours {};  // The client is somebody else's, or the token. Nothing was run.
    using Answer = std::variant<std::vector<Outcome>, Gap, NotYours>;

    struct Job {
        Actor actor;
        ClientId client;
        std::vector<NumberedCommand> commands;
        // The client has the outcomes up to here and never asks for them again: they are forgotten.
        std::int64_t ack = 0;
        // By which a visitor is this actor. They may be somebody else by the time that their turn comes, or nobody.
        std::optional<std::string> visitor_token{};
    };
    template <class Told>
    using ResultOf = std::variant<Told, std::exception_ptr>;  // Where something went wrong, none has been run.
    using Result = ResultOf<Answer>;
    // Called once, by the thread that writes: it must not wait, nor throw.
    template <class Told>
    using DoneWith = std::function<void(ResultOf<Told>)>;
    using Done = DoneWith<Answer>;

    // Runs the commands in their order, and calls once that is on disk. One that has been run before is not run again:
    // it gets its first outcome.
    void submit(Job job, Done done);

    // Takes in what another system delivers, and calls once that is on disk. What has been delivered before under the
    // same key is not delivered again: it gets its first receipt.
    void submit(Delivery delivery, DoneWith<Receipt> done);

    // The first one, and waits for it. Throws what went wrong.
    Answer run(const Actor& actor, const ClientId& client, const std::vector<NumberedCommand>& commands);

    // Whether the thread that writes has then been at the same group for longer than anything it does may take.
    static constexpr std::chrono::seconds stuck_after{15};
    bool is_stuck(Ticks now) const;

    // Does what the passing of time does, to every conversation whose time has come. Returns when to call it again;
    // none: not before a command has been run.
    std::optional<Time> run_timers();

    // That the visitor of a conversation has left, or is back. Nothing happens where that is known, or does not matter.
    void tell_presence(const ConversationId& conversation, Presence::News news);

private:
    template <class What, class Told>
    struct Waits {
        What what;
        DoneWith<Told> done;
    };
    using Waiting = std::variant<Waits<Job, Answer>, Waits<Delivery, Receipt>>;
    using Group = std::vector<Waiting>;
    using Tell = std::function<void()>;
    using Commits = std::vector<std::shared_ptr<Commit>>;

    void enqueue(Waiting waiting);
    void write_groups();
    Group next_group();
    void commit(std::span<const Waiting> group);
    // What is committed is told, or we end: nobody may take it for undone and try again.
    void tell(const std::vector<Tell>& tells, const Commits& commits) noexcept;
    Answer run(Connection& connection, const Job& job, Commits& commits);
    Receipt run(Connection& connection, const Delivery& delivery, Commits& commits);
    std::variant<Outcome, Gap, NotYours> run_one(Connection& connection, const Job& job, const NumberedCommand& command,
                                                 const std::vector<Outcome>& outcomes_before, Commits& commits);
    Outcome outcome_of(Connection& connection, Transaction& transaction, const Actor& actor,
                       const NumberedCommand& command);
    // Runs as the system what `steps_of` a conversation's state and the time are, if any.
    using StepsOf = std::function<Commands(const Conversation&, Time)>;
    void run_as_system(const ConversationId& conversation, const StepsOf& steps_of);

    Database& database_;
    Hub& hub_;
    const PolicyInForce& policy_;
    Clock clock_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    bool stopped_ = false;
    static constexpr Ticks::rep idle = 0;
    std::atomic<Ticks::rep> busy_since_ = idle;
    std::thread writer_;
};

}  // namespace wrapup::server
