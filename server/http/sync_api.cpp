#include "core/overloaded.hpp"
#include "core/visible.hpp"
#include "server/http/bodies.hpp"
#include "server/http/envelope.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/http/packing.hpp"
#include "server/json_text.hpp"
#include "server/push/patch_text.hpp"
#include "server/store/clients.hpp"
#include "server/store/inbox_view.hpp"

namespace wrapup::server {

struct Typing {
    ConversationId conversation;
};

}  // namespace wrapup::server

template <>
struct wrapup::Shape<wrapup::server::Typing> {
    using T = server::Typing;
    static constexpr std::tuple fields{Field{"conversation", &T::conversation}};
};

namespace wrapup::server {
namespace {

SharedNotice typing_notice(const ConversationId& conversation, const Author& by) {
    return std::make_shared<const Notice>(
        Notice{"typing", text_of({{"conversation", encode(conversation)}, {"by", encode(by)}})});
}

// Who posted, and what; it waits for its commands to be run.
struct Posted {
    Service& service;
    Actor actor;
    std::optional<std::string> visitor_token;
    Envelope envelope;
    bool takes_packed = false;
};

std::optional<std::string> visitor_token_of(const Ask& ask) {
    return ask.proof.of == Proof::Of::visitor ? std::optional(ask.proof.token) : std::nullopt;
}

bool takes_packed(const Ask& ask) {
    return ask.proof.of == Proof::Of::visitor && accepts_brotli(ask.http.get_header_value("Accept-Encoding"));
}

std::string body_of(const Posted& posted, const PatchText& patch, const OwnCommands& own) {
    return stamped_text(posted.service, "patch", patch.text(own));
}

// What the sender is told: their outcomes, and everything they may see that happened after the position they sent; from
// what is remembered, or from the log where that does not go back far enough.
Answer patch_answer(const Posted& posted, const OwnCommands& own) {
    PatchText patch(posted.actor, posted.service.policy(), posted.envelope.after);
    if (const auto commits = posted.service.hub.since(posted.envelope.after)) {
        for (const SharedCommit& commit : *commits) patch.add(*commit);
        return json_text_answer(body_of(posted, patch, own));
    }
    const Reading reading(posted.service.database);
    Reader reader(*reading, posted.actor, posted.service.policy());
    if (!reader.out_of_reach(posted.envelope.after))
        return json_text_answer(body_of(posted, reader.patch(posted.envelope.after), own));
    patch.skip_to(reader.position());
    return json_text_answer(with_member(body_of(posted, patch, own), "resync", "true"));
}

// A server that was restored from a backup may be asked by a client that has not heard of it. What the client has seen
// of the other history counts for nothing in this one: a close would not notice a message that was never seen.
bool knows_another_history(const Posted& posted) {
    const auto& epoch = posted.envelope.epoch;
    return epoch && *epoch != posted.service.database.epoch();
}

Answer gap_answer(const Posted& posted, std::int64_t expected) {
    return json_answer(stamped(posted.service, {{"expected", expected}}));
}

// Of who sent nothing that may be run, and is only told how things stand.
Answer answer_without_running(const Posted& posted) {
    const auto client = [&] {
        const Reading reading(posted.service.database);
        return Clients(*reading).find(posted.envelope.client);
    }();
    if (client && client->actor_id != posted.actor.id) return problem_answer(Problem::client_of_another);
    const std::int64_t last_command = client ? client->last_command : 0;
    if (knows_another_history(posted)) return gap_answer(posted, last_command + 1);
    return patch_answer(posted, {posted.envelope.client, last_command, {}});
}

// Told is not further than the outcomes told with it: the same client may have sent more in the meantime, and would
// take those commands for told, too.
Answer answer_to(const Posted& posted, const Inbox::Answer& ran) {
    return std::visit(overloaded{
                          [&](const std::vector<Outcome>& outcomes) {
                              return patch_answer(posted, {posted.envelope.client, outcomes.back().n, outcomes});
                          },
                          [&](const Inbox::Gap& gap) { return gap_answer(posted, gap.expected); },
                          [&](const Inbox::NotYours&) { return problem_answer(Problem::client_of_another); },
                      },
                      ran);
}

Answer answer_to(const Posted& posted, const Inbox::Result& result) {
    if (const auto* fault = std::get_if<std::exception_ptr>(&result)) std::rethrow_exception(*fault);
    Answer answer = answer_to(posted, std::get<Inbox::Answer>(result));
    return posted.takes_packed ? packed(std::move(answer)) : answer;
}

}  // namespace

Answer me(const Ask& ask, Connection& snapshot) {
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    Answer answer = json_answer(with_last_command(me_body(ask.service, *ask.who, reader), ask, snapshot));
    return takes_packed(ask) ? packed(std::move(answer)) : answer;
}

Answer conversation(const Ask& ask, Connection& snapshot) {
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    const auto transcript = reader.transcript({ask.rest});
    if (!transcript) return problem_answer(Problem::unknown_conversation);
    Json body{{"position", reader.position()},
              {"row", encode(transcript->row)},
              {"events", encode(transcript->events)},
              {"customer", encode(transcript->customer)}};
    return json_answer(stamped(ask.service, with_last_command(std::move(body), ask, snapshot)));
}

Answer explanation(const Ask& ask, Connection& snapshot) {
    const auto at = ask.optional_param("at");
    const auto agent = ask.optional_param("agent");
    Reader reader(snapshot, ask.actor(), ask.service.policy());
    auto report = reader.report({ask.rest});
    if (!report) return problem_answer(Problem::unknown_conversation);
    report->at = at ? Time{Milliseconds{position_from(*at, "at")}} : ask.service.clock();
    if (agent) report->actor = colleague_in(*report, *agent, "agent");
    Json body = encode(*report);
    body["explanation"] = encode(explain(report->history, report->actor, report->at));
    return json_answer(stamped(ask.service, std::move(body)));
}

Answer typing(const Ask& ask) {
    const auto conversation = decode<Typing>(parse_json(ask.http.body)).conversation;
    const auto state = [&] {
        const Reading reading(ask.service.database);
        return InboxView(*reading).state(conversation);
    }();
    if (!ask.may(Object::of(state))) return problem_answer(Problem::unknown_conversation);
    if (state.closed()) return no_content();
    Hub& hub = ask.service.hub;
    const Author author{ask.actor().role, ask.actor().id};
    hub.tell_agents({state.site}, typing_notice(conversation, author), author.id);
    if (author.role != Role::customer)
        hub.tell_customer(state.customer,
                          typing_notice(conversation, visible_to_customers(author, ask.service.policy())));
    return no_content();
}

Answer commands(const Ask& ask) {
    const auto posted = std::make_shared<Posted>(Posted{ask.service, ask.actor(), visitor_token_of(ask),
                                                        envelope_from(parse_json(ask.http.body)), takes_packed(ask)});
    if (posted->envelope.commands.empty() || knows_another_history(*posted)) return answer_without_running(*posted);
    Answer answer;
    answer.parked = [posted](const Resume& resume) {
        Inbox::Job job{posted->actor, posted->envelope.client, std::move(posted->envelope.commands),
                       posted->envelope.ack, posted->visitor_token};
        posted->service.inbox.submit(std::move(job), [posted, resume](Inbox::Result result) {
            resume([posted, result = std::move(result)] { return answer_to(*posted, result); });
        });
    };
    return answer;
}

}  // namespace wrapup::server
