// The policy in force, another one in its place, and what that would have come to.
#include "server/http/errors.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/json_text.hpp"
#include "server/policy_change.hpp"
#include "server/policy_preview.hpp"

namespace wrapup::server {

struct PolicyForm {
    std::int64_t version = 0;  // Of the one that it was made from.
    Json policy;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::PolicyForm> { using T = server::PolicyForm; static constexpr std::tuple fields{Field{"version", &T::version}, Field{"policy", &T::policy}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

struct Proposal {
    std::int64_t version = 0;
    Policy policy;
};

std::string words_of(PolicyFault fault) {
    std::string words(name_of(fault));
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

Proposal proposal_in(const Ask& ask) {
    const auto form = decode<PolicyForm>(parse_json(ask.http.body));
    Proposal proposal{form.version, decode<Policy>(form.policy)};
    if (const auto invalid = validate(proposal.policy)) throw Malformed(invalid->field, words_of(invalid->fault));
    return proposal;
}

}  // namespace

Json policy_body(const StoredPolicy& stored) {
    return {{"version", stored.version}, {"from", encode(stored.from)}, {"policy", encode(stored.policy)}};
}

Answer policy(const Ask& ask, Connection&) { return json_answer(policy_body(ask.service.stored_policy())); }

Answer change_policy(const Ask& ask) {
    const Proposal proposal = proposal_in(ask);
    const auto next = change_policy(ask.service, proposal.policy, proposal.version, ask.actor().id);
    return next ? json_answer(policy_body(*next)) : problem_answer(Problem::outdated);
}

Answer preview_policy(const Ask& ask) {
    const Proposal proposal = proposal_in(ask);
    LongReading reading(ask.service.database);
    return json_answer(
        encode(preview(*reading, ask.actor().sites, ask.service.policy(), proposal.policy, ask.service.clock())));
}

}  // namespace wrapup::server
