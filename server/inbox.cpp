#include "server/inbox.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "core/standing.hpp"
#include "core/timers.hpp"
#include "server/ids.hpp"
#include "server/metrics.hpp"
#include "server/store/blobs.hpp"
#include "server/store/clients.hpp"
#include "server/store/deliveries.hpp"
#include "server/store/identities.hpp"
#include "server/store/inbox_view.hpp"
#include "server/store/tokens.hpp"
#include "server/the_system.hpp"

namespace wrapup::server {
namespace {

// Conversations whose timers are run before anybody else gets a turn.
constexpr int timers_at_once_max = 100;

// Whether a step goes on from a conversation that this actor may not know of.
bool links_to_unknown(InboxView view, const Actor& actor, const Commands& steps) {
    return std::any_of(steps.begin(), steps.end(), [&](const Command& step) {
        const auto* start = std::get_if<Start>(&step);
        return start != nullptr && start->linked_to && !may_know(view.state(*start->linked_to), actor);
    });
}

// Whether a message brings along what its author did not bring before it.
bool attaches_unknown(Connection& connection, const Actor& actor, const Asked& asked) {
    const Blobs::Origin origin{asked.conversation, {actor.role, actor.id}};
    return std::any_of(asked.steps.begin(), asked.steps.end(), [&](const Command& step) {
        const Attachments* attachments = attachments_of(step);
        return attachments != nullptr && !Blobs(connection).are_unsent(origin, *attachments);
    });
}

// What anybody may still do who was let in before their site had to vouch for everybody.
bool needs_no_identity(const Command& step) {
    return std::holds_alternative<End>(step) || std::holds_alternative<MarkRead>(step);
}

// Whether their site has to vouch for them first.
bool lacks_identity(Connection& connection, const Actor& actor, const Commands& steps) {
    if (actor.role != Role::customer || std::all_of(steps.begin(), steps.end(), needs_no_identity)) return false;
    return !Identities(connection).may_write(actor);
}

bool is_still(Connection& connection, const Actor& actor, const std::string& visitor_token) {
    const auto customer = Tokens(connection).customer_of(visitor_token);
    return customer && customer->value == actor.id;
}

std::size_t commands_in(const Inbox::Job& job) { return job.commands.size(); }
std::size_t commands_in(const Delivery&) { return 1; }

void count(Rejection why) { metrics.commands_refused[static_cast<std::size_t>(why)].add(); }

void count(const Outcome& outcome) {
    if (outcome.code == "ok") return metrics.commands_done.add();
    for (std::size_t i = 0; i < metrics.commands_refused.size(); ++i)
        if (outcome.code == name_of(static_cast<Rejection>(i))) return metrics.commands_refused[i].add();
    metrics.commands_unreadable.add();
}

// What has been run before and is only told again counts, too.
void count(const Inbox::Answer& answer) {
    if (const auto* outcomes = std::get_if<std::vector<Outcome>>(&answer))
        for (const Outcome& outcome : *outcomes) count(outcome);
}

void count(const Receipt& receipt) {
    if (const auto* why = std::get_if<Rejection>(&receipt)) return count(*why);
    metrics.commands_done.add();
}

bool goes_on(const Commands& steps) { return !steps.empty() && std::holds_alternative<Next>(steps.back()); }

Json detail_of(Rejection rejection, const Conversation& state) {
    const bool about_the_owner = rejection == Rejection::owned_by || rejection == Rejection::not_owner;
    return about_the_owner ? Json{{"owner", encode(state.owner)}} : Json(nullptr);
}

// "next": a conversation, or why there is none.
Json detail_of(const Choice& choice) {
    return std::visit(overloaded{
                          [](const ConversationId& next) {
                              return Json{{"next", encode(next)}};
                          },
                          [](Rejection why) {
                              return Json{{"nobody", encode(why)}};
                          },
                      },
                      choice);
}

}  // namespace

Inbox::Inbox(Database& database, Hub& hub, const PolicyInForce& policy, Clock clock)
    : database_(database), hub_(hub), policy_(policy), clock_(std::move(clock)), writer_([this] { write_groups(); }) {}

Inbox::~Inbox() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_one();
    writer_.join();
}

void Inbox::submit(Job job, Done done) { enqueue(Waits<Job, Answer>{std::move(job), std::move(done)}); }

void Inbox::submit(Delivery delivery, DoneWith<Receipt> done) {
    enqueue(Waits<Delivery, Receipt>{std::move(delivery), std::move(done)});
}

void Inbox::enqueue(Waiting waiting) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(waiting));
        metrics.groups_waiting.set(waiting_.size());
    }
    changed_.notify_one();
}

bool Inbox::is_stuck(Ticks now) const {
    const Ticks::rep since = busy_since_;
    return since != idle && now - Ticks(Ticks::duration(since)) > stuck_after;
}

Inbox::Answer Inbox::run(const Actor& actor, const ClientId& client, const std::vector<NumberedCommand>& commands) {
    const auto promise = std::make_shared<std::promise<Result>>();
    auto result = promise->get_future();
    submit(Job{actor, client, commands}, [promise](Result r) { promise->set_value(std::move(r)); });
    return std::visit(overloaded{
                          [](Answer answer) -> Answer { return answer; },
                          [](const std::exception_ptr& fault) -> Answer { std::rethrow_exception(fault); },
                      },
                      result.get());
}

void Inbox::write_groups() {
    for (Group group = next_group(); !group.empty(); group = next_group()) {
        try {
            commit(group);
        } catch (...) {
            // Alone, only those fail whose own fault it is.
            for (const Waiting& one : group) try {
                    commit({&one, 1});
                } catch (...) {
                    std::visit([](const auto& waits) { waits.done(std::current_exception()); }, one);
                }
        }
    }
}

// Everything that waits; nothing once the inbox is being closed and nobody waits any more.
Inbox::Group Inbox::next_group() {
    std::unique_lock lock(mutex_);
    busy_since_ = idle;
    changed_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
    busy_since_ = ticks().time_since_epoch().count();
    Group group;
    for (std::size_t commands = 0; !waiting_.empty() && commands < group_commands_max; waiting_.pop_front()) {
        commands += std::visit([](const auto& waits) { return commands_in(waits.what); }, waiting_.front());
        group.push_back(std::move(waiting_.front()));
    }
    metrics.groups_waiting.set(waiting_.size());
    return group;
}

// One transaction for all of them. Throws before anybody has been told anything.
void Inbox::commit(std::span<const Waiting> group) {
    std::vector<Tell> tells;
    Commits commits;
    std::size_t commands = 0;
    Writing writing(database_);
    const auto take = [&](const auto& waits) -> Tell {
        commands += commands_in(waits.what);
        return [&waits, told = run(*writing, waits.what, commits)]() mutable {
            count(told);
            waits.done(std::move(told));
        };
    };
    for (const Waiting& one : group) tells.push_back(std::visit(take, one));
    for (const auto& commit : commits) make_searchable(*writing, *commit);
    writing.commit();
    metrics.group_commands.add(commands);
    tell(tells, commits);
}

void Inbox::tell(const std::vector<Tell>& tells, const Commits& commits) noexcept {
    for (const auto& commit : commits) hub_.announce(commit);
    for (const Tell& tell_one : tells) tell_one();
}

Receipt Inbox::run(Connection& connection, const Delivery& delivery, Commits& commits) {
    Deliveries deliveries(connection);
    if (delivery.key)
        if (auto first = deliveries.receipt(delivery.by, *delivery.key)) return *std::move(first);
    const Time at = clock_();
    Transaction transaction(connection, policy_.now(), at);
    Receipt receipt = deliver(connection, transaction, delivery);
    if (delivery.key) deliveries.record(delivery.by, *delivery.key, receipt, at);
    transaction.route();
    if (auto commit = transaction.commit()) commits.push_back(std::move(commit));
    return receipt;
}

Inbox::Answer Inbox::run(Connection& connection, const Job& job, Commits& commits) {
    std::vector<Outcome> outcomes;
    if (job.visitor_token && !is_still(connection, job.actor, *job.visitor_token)) return NotYours{};
    if (job.ack > 0) Clients(connection).forget(job.client, job.actor, job.ack);
    for (const NumberedCommand& command : job.commands) {
        auto result = run_one(connection, job, command, outcomes, commits);
        if (const auto* gap = std::get_if<Gap>(&result)) return *gap;
        if (std::holds_alternative<NotYours>(result)) return NotYours{};
        outcomes.push_back(std::get<Outcome>(std::move(result)));
    }
    return outcomes;
}

std::variant<Outcome, Inbox::Gap, Inbox::NotYours> Inbox::run_one(Connection& connection, const Job& job,
                                                                  const NumberedCommand& command,
                                                                  const std::vector<Outcome>& outcomes_before,
                                                                  Commits& commits) {
    Clients clients(connection);
    const Client known = clients.find(job.client).value_or(Client{job.actor.id, 0});
    if (known.actor_id != job.actor.id) return NotYours{};
    if (command.n <= known.last_command)
        if (auto first = clients.outcome(job.client, command.n)) return std::move(*first);
    if (command.n != known.last_command + 1) return Gap{known.last_command + 1};

    Transaction transaction(connection, policy_.now(), clock_());
    const Outcome outcome = outcome_of(connection, transaction, job.actor, command);
    clients.record(job.client, job.actor, outcome);
    if (auto commit = transaction.commit()) {
        commit->actor_id = job.actor.id;
        commit->client = job.client;
        commit->outcomes = outcomes_before;
        commit->outcomes.push_back(outcome);
        commits.push_back(std::move(commit));
    }
    return outcome;
}

Outcome Inbox::outcome_of(Connection& connection, Transaction& transaction, const Actor& actor,
                          const NumberedCommand& command) {
    if (const auto* unreadable = std::get_if<Unreadable>(&command.command))
        return {command.n, "newer_client", Json{{"field", unreadable->field}}};

    const auto& asked = std::get<Asked>(command.command);
    const auto refused = [&](Rejection why) {
        return Outcome{command.n, std::string(name_of(why)),
                       detail_of(why, InboxView(connection).state(asked.conversation))};
    };
    if (!is_id(asked.conversation.value)) return refused(Rejection::unknown_conversation);
    if (lacks_identity(connection, actor, asked.steps)) return refused(Rejection::not_permitted);
    const Request request{actor, asked.seen, asked.confirmed, asked.steps};
    if (links_to_unknown(InboxView(connection), actor, asked.steps)) {
        const bool may = transaction.decide(asked.conversation, request) != Decision{Rejection::not_permitted};
        return refused(may ? Rejection::unknown_conversation : Rejection::not_permitted);
    }
    const bool unknown_file = attaches_unknown(connection, actor, asked);
    const Decision decision =
        unknown_file ? transaction.decide(asked.conversation, request) : transaction.run(asked.conversation, request);
    if (const auto* why = std::get_if<Rejection>(&decision)) return refused(*why);
    if (unknown_file) return refused(Rejection::unknown_attachment);
    for (const Command& step : asked.steps)
        if (const Attachments* sent = attachments_of(step)) Blobs(connection).send(asked.conversation, *sent);

    Outcome outcome{command.n, "ok", {}};
    if (goes_on(asked.steps)) outcome.detail = detail_of(transaction.go_on(actor, asked.conversation));
    transaction.route();
    return outcome;
}

std::optional<Time> Inbox::run_timers() {
    std::vector<ConversationId> due;
    {
        const Reading reading(database_);
        due = InboxView(*reading).timers_until(clock_(), timers_at_once_max);
    }
    for (const ConversationId& conversation : due)
        run_as_system(conversation, [this](const Conversation& state, Time now) {
            const auto timers = timers_due(state, policy_.now().policy);
            const bool has_come = !timers.empty() && timers.front().at <= now;
            return has_come ? commands_of(timers.front().kind, state) : Commands{};
        });
    const Reading reading(database_);
    return InboxView(*reading).next_timer();
}

void Inbox::tell_presence(const ConversationId& conversation, Presence::News news) {
    run_as_system(conversation, [present = news == Presence::News::came](const Conversation& state, Time) {
        const auto* active = std::get_if<session::Active>(&state.session);
        const bool is_news = active != nullptr && active->left_at.has_value() == present;
        if (!is_news) return Commands{};
        return present ? Commands{Returned{}} : Commands{Left{}};
    });
}

void Inbox::run_as_system(const ConversationId& conversation, const StepsOf& steps_of) {
    Writing writing(database_);
    const Time now = clock_();
    const Conversation state = InboxView(*writing).state(conversation);
    Commands steps = steps_of(state, now);
    if (steps.empty()) return;
    Transaction transaction(*writing, policy_.now(), now);
    transaction.run(conversation, {the_system, state.version, {}, std::move(steps)});
    transaction.route();
    const auto commit = transaction.commit();
    if (commit) make_searchable(*writing, *commit);
    writing.commit();
    if (commit) hub_.announce(commit);
}

}  // namespace wrapup::server
