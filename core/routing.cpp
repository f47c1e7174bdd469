#include "core/routing.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/due.hpp"
#include "core/refusal.hpp"

namespace wrapup {
namespace {

bool is_owned_by(const Conversation& conversation, const Actor& agent) {
    return conversation.owner && conversation.owner->value == agent.id;
}

bool is_in_the_queue(const Conversation& conversation) {
    return !conversation.absent() && !conversation.closed() && !conversation.snoozed();
}

Group group_of(const Conversation& conversation) { return traits(conversation.channel).group; }

// By which candidates are compared: the least comes first.
using Rank = std::tuple<int, Time, Time, std::string_view>;

constexpr int own = -1;  // Before every group.

std::optional<Rank> rank_of(const Candidate& candidate, const Actor& agent, const Policy& policy) {
    const Conversation& conversation = *candidate.state;
    if (!is_in_the_queue(conversation) || !belongs_to(conversation.site, agent)) return std::nullopt;
    const bool waits_for_them = is_owned_by(conversation, agent) && candidate.unread;
    const bool waits_for_anybody = !conversation.owner && agent.takes(group_of(conversation));
    if (!waits_for_them && !waits_for_anybody) return std::nullopt;
    const Time never{Milliseconds{std::numeric_limits<std::int64_t>::max()}};
    return Rank{waits_for_them ? own : static_cast<int>(group_of(conversation)),
                due(conversation, policy).value_or(never), conversation.started_at, candidate.id.value};
}

}  // namespace

std::optional<Group> load_group(const Conversation& conversation) {
    if (!is_in_the_queue(conversation) || !conversation.owner) return std::nullopt;
    const bool has_session = traits(conversation.channel).session == Has::yes;
    const bool busy = has_session ? conversation.session_active() : conversation.reply_owed();
    return busy ? std::optional(group_of(conversation)) : std::nullopt;
}

bool is_unread(const Conversation& conversation, const Actor& reader) {
    const auto& reads = conversation.reads;
    const auto mark =
        std::find_if(reads.begin(), reads.end(), [&](const ReadMark& read) { return read.reader.id == reader.id; });
    return conversation.customer_wrote_at > (mark == reads.end() ? 0 : mark->up_to);
}

Choice next_customer(const std::vector<Candidate>& candidates, const Actor& agent, const Policy& policy) {
    if (const auto reason = refusal(rule_of<Next>(), standing_of(agent))) return *reason;

    const Candidate* best = nullptr;
    std::optional<Rank> best_rank;
    for (const Candidate& candidate : candidates) {
        auto rank = rank_of(candidate, agent, policy);
        if (!rank || (best_rank && *best_rank <= *rank)) continue;
        best = &candidate;
        best_rank = std::move(rank);
    }
    if (best == nullptr) return Rejection::nobody_waits;
    return best->id;
}

std::optional<AgentId> route(const Conversation& conversation, const std::vector<Actor>& agents, const Policy& policy) {
    const bool pushed = policy.routing == Routing::push && conversation.channel == Channel::chat;
    if (!pushed || !is_in_the_queue(conversation) || conversation.owner) return std::nullopt;
    const Group group = group_of(conversation);
    const Actor* least = nullptr;
    for (const Actor& agent : agents) {
        if (!role::agents.has(agent.role) || !belongs_to(conversation.site, agent) || !agent.takes(group)) continue;
        const auto less = [&](const Actor& a, const Actor& b) {
            return std::tie(a.load[group], a.id) < std::tie(b.load[group], b.id);
        };
        if (least == nullptr || less(agent, *least)) least = &agent;
    }
    if (least == nullptr) return std::nullopt;
    return AgentId{least->id};
}

}  // namespace wrapup
