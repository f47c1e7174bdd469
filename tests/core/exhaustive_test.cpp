// Every combination of the finite abstraction: state × policy × actor × command × what was seen and confirmed.
#include <iostream>

#include "core/available.hpp"
#include "core/due.hpp"
#include "core/rules.hpp"
#include "core/standing.hpp"
#include "core/timers.hpp"
#include "tests/support/product.hpp"

namespace wrapup::test {
namespace {

// Each command, with the payloads that make a difference.
const std::vector<Command> commands{
    start_chat,
    Claim{},
    Release{},
    Assign{{"ana"}},
    Assign{{"ben"}},
    Assign{{"nobody"}},
    Receive{"text"},
    Receive{""},
    Reply{"text"},
    Reply{""},
    AddNote{"text"},
    AddNote{""},
    NoReplyNeeded{},
    End{},
    End{true},
    Close{},
    Reopen{},
    UndoClose{},
    Snooze{},
    Snooze{moment},
    Snooze{moment + Milliseconds{1}},
    Wake{},
    SetTopics{},
    SetTopics{{{"billing"}}},
    SetTopics{{{"weather"}}},
    MarkRead{0},
    MarkRead{6},
    Left{},
    Returned{},
    Rate{1, ""},
    Rate{5, "text"},
    Rate{0, "text"},
    Rate{6, "text"},
    Identify{{"vera"}},
    Identify{{"wanda"}},
};

// A customer's last message is at version 5 of every state.
constexpr Version saw_all = 6, saw_less = 4;

struct Combination {
    const NamedState& named;
    const Request& request;
    const Setting& setting;

    std::string text() const {
        return named.name + ", " + std::string(name_of(named.state.channel)) + ", by " +
               std::string(name_of(request.actor.role)) + " " + request.actor.id + ", " +
               std::string(rules[request.steps[0].index()].command) + ", seen " + std::to_string(request.seen) +
               (request.confirmed.empty() ? "" : ", confirmed");
    }
};

// What must be true of every decision, whatever the table says.
bool keeps_the_invariants(const Conversation& before, const Request& request, const Events& events) {
    Conversation after = before;
    for (const Event& event : events) {
        if (event.version != after.version + 1 || event.by != request.actor.author() || event.at != moment)
            return false;
        after = evolve(std::move(after), event);
    }
    const Command& command = request.steps[0];
    const bool may_reopen = std::holds_alternative<Reopen>(command) || std::holds_alternative<Receive>(command) ||
                            std::holds_alternative<UndoClose>(command);
    const bool closes = !before.closed() && after.closed();
    const bool by_agent = role::agents.has(request.actor.role);
    if (before.closed() && !after.closed() && !may_reopen) return false;
    if (closes && !std::holds_alternative<Close>(command)) return false;
    if (closes && by_agent && before.customer_wrote_at > request.seen) return false;
    if (closes && by_agent && before.owner != AgentId{request.actor.id}) return false;
    if (std::holds_alternative<answer::NotNeeded>(after.answer) && due(after, Policy{})) return false;
    return !after.closed() || timers_due(after, Policy{}).empty();
}

template <class Visit>
void for_each_standpoint(const Visit& visit) {
    for (const Policy& policy : policies()) {
        const Setting setting{policy, team, moment};
        for (const ChannelTraits& channel : channels)
            for (const NamedState& named : every_state(channel.channel))
                for (const Actor& actor : everybody()) visit(named, actor, setting);
    }
}

}  // namespace

TEST_CASE("every combination is decided as the product's table says, with the first reason in its order") {
    std::size_t visited = 0, refused = 0;
    for_each_standpoint([&](const NamedState& standpoint, const Actor& actor, const Setting& setting) {
        Request request{actor, saw_all, {}, {Claim{}}};
        for (const Command& command : commands) {
            request.steps[0] = command;
            for (const Version seen : {saw_all, saw_less})
                for (const Set<Confirmation> confirmed : {Set<Confirmation>{}, every<Confirmation>()}) {
                    request.seen = seen;
                    request.confirmed = confirmed;
                    ++visited;
                    const Decision decision = decide(standpoint.state, request, setting);
                    const std::string says = product_says({standpoint.state, request, command, setting});
                    if (named(decision) != says)
                        FAIL(Combination{standpoint, request, setting}.text()
                             << ": decided " << named(decision) << ", but the product says " << says);
                    const auto* events = std::get_if<Events>(&decision);
                    refused += events == nullptr;
                    if (events != nullptr && !keeps_the_invariants(standpoint.state, request, *events))
                        FAIL(Combination{standpoint, request, setting}.text() << ": breaks an invariant");
                }
        }
    });
    std::cout << "combinations decided: " << visited << ", of them refused: " << refused << '\n';
    CHECK(visited == policies().size() * channels.size() * 576u * everybody().size() * commands.size() * 4u);
}

TEST_CASE("a button is enabled exactly when its commands, with a valid payload, lead to an event") {
    std::size_t visited = 0;
    for_each_standpoint([&](const NamedState& standpoint, const Actor& actor, const Setting& setting) {
        const auto& topics = standpoint.state.topics;
        const Payload payload{"text", standpoint.state.owner == AgentId{"ben"} ? AgentId{"ana"} : AgentId{"ben"},
                              {},     topics.empty() ? setting.policy.topics : std::vector<TopicId>{},
                              {},     score_max};
        for (const Availability& row : available(standpoint.state, actor, setting)) {
            ++visited;
            Request request{actor, standpoint.state.version, {}, commands_of(row.button, actor, payload)};
            const Decision bare = decide(standpoint.state, request, setting);
            request.confirmed = every<Confirmation>();
            const Decision decision = decide(standpoint.state, request, setting);
            const auto* rejection = std::get_if<Rejection>(&decision);
            const bool only_goes_on = row.button == ButtonId::next;
            const bool leads_to_events = rejection == nullptr && !std::get<Events>(decision).empty();
            const auto* first = std::get_if<Rejection>(&bare);
            const bool asks = first != nullptr && *first == Rejection::reply_owed && rejection == nullptr;
            const char* wrong = nullptr;
            const auto nobody_available =
                may_know(standpoint.state, actor) ? Rejection::unavailable : Rejection::unknown_conversation;
            if (only_goes_on ? row.rejection != nobody_available : row.rejection.has_value() == leads_to_events)
                wrong = "enabled is not what deciding says";
            if (rejection != nullptr && row.rejection != *rejection) wrong = "the reason is another";
            if (row.asks.has_value() != asks) wrong = "what it asks is not what it is refused for";
            if (wrong != nullptr)
                FAIL(standpoint.name << ", " << actor.id << ", " << name_of(row.button) << ": " << wrong);
        }
    });
    std::cout << "buttons held against their decisions: " << visited << '\n';
    CHECK(visited > 1'000'000);
}

TEST_CASE("every command has its row in the product's table, and every rejection its place") {
    CHECK(product::rows().size() + 1 == std::variant_size_v<Command>);  // next is not about this conversation
    Set<Rejection> told = only(Rejection::not_permitted) | only(Rejection::unknown_conversation);
    for (const Rule& rule : rules)
        for (std::size_t i = 0; i < rule.reasons; ++i) told = told | only(rule.refused_when[i]);
    const auto of_buttons_only = only(Rejection::nothing_to_do);
    const auto of_the_server_only = only(Rejection::unknown_attachment);  // It has the files.
    CHECK((told | of_buttons_only | of_the_server_only) == every<Rejection>());
}

}  // namespace wrapup::test
