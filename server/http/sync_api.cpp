#include "core/overloaded.hpp"
#include "server/http/bodies.hpp"
#include "server/http/envelope.hpp"
#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/json_text.hpp"
#include "server/store/clients.hpp"

namespace wrapup::server {
namespace {

// Not further than the outcomes told with it: the same client may have sent more in the meantime, and would take those
// commands for told, too.
std::int64_t last_told(const std::optional<Client>& client, const std::vector<Outcome>& outcomes) {
    if (!outcomes.empty()) return outcomes.back().n;
    return client ? client->last_command : 0;
}

// What the sender is told: their outcomes, and everything they may see that happened after the position they sent.
Answer patch_answer(const Ask& ask, const Envelope& envelope, std::vector<Outcome> outcomes) {
    const Reading reading(ask.service.database);
    const auto client = Clients(*reading).find(envelope.client);
    if (client && client->actor_id != ask.actor().id) return problem_answer(Problem::client_of_another);

    Reader reader(*reading, ask.actor(), ask.service.policy);
    const bool resync = reader.out_of_reach(envelope.after);
    Patch patch = resync ? Patch{envelope.after, reader.position(), {}, {}, {}, 0, {}} : reader.patch(envelope.after);
    patch.client = envelope.client;
    patch.last_command = last_told(client, outcomes);
    patch.outcomes = std::move(outcomes);

    Json body{{"patch", encode(patch)}};
    if (resync) body["resync"] = true;
    return json_answer(stamped(ask.service, std::move(body)));
}

}  // namespace

Answer me(const Ask& ask) {
    const Reading reading(ask.service.database);
    Reader reader(*reading, ask.actor(), ask.service.policy);
    return json_answer(me_body(ask.service, *ask.who, reader));
}

Answer conversation(const Ask& ask) {
    const Reading reading(ask.service.database);
    Reader reader(*reading, ask.actor(), ask.service.policy);
    const auto transcript = reader.transcript({ask.rest});
    if (!transcript) return problem_answer(Problem::unknown_conversation);
    return json_answer(stamped(ask.service, {{"position", reader.position()},
                                             {"row", encode(transcript->row)},
                                             {"events", encode(transcript->events)},
                                             {"customer", encode(transcript->customer)}}));
}

Answer explanation(const Ask& ask) {
    const auto at = ask.optional_param("at");
    const auto agent = ask.optional_param("agent");
    const Reading reading(ask.service.database);
    Reader reader(*reading, ask.actor(), ask.service.policy);
    auto report = reader.report({ask.rest});
    if (!report) return problem_answer(Problem::unknown_conversation);
    report->at = at ? Time{Milliseconds{position_from(*at, "at")}} : ask.service.clock();
    if (agent) report->actor = colleague_in(*report, *agent, "agent");
    Json body = encode(*report);
    body["explanation"] = encode(explain(report->history, report->actor, report->at));
    return json_answer(stamped(ask.service, std::move(body)));
}

Answer commands(const Ask& ask) {
    const Envelope envelope = envelope_from(parse_json(ask.body));
    auto result = ask.service.inbox.run(ask.actor(), envelope.client, envelope.commands);
    return std::visit(
        overloaded{
            [&](std::vector<Outcome>& outcomes) { return patch_answer(ask, envelope, std::move(outcomes)); },
            [&](Inbox::Gap& gap) {
                return json_answer(stamped(ask.service, {{"expected", gap.expected}}));
            },
            [&](Inbox::NotYours&) { return problem_answer(Problem::client_of_another); },
        },
        result);
}

}  // namespace wrapup::server
