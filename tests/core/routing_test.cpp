// Who comes next, to whom a chat goes, and what counts as load.
#include "core/routing.hpp"

#include <functional>
#include <map>

#include "core/available.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

Conversation waiting(Channel channel, std::int64_t started, std::int64_t owed_since) {
    Conversation c;
    c.version = 3;
    c.site = shop;
    c.channel = channel;
    c.customer = {"vera"};
    c.started_at = at(started);
    c.phase = phase::Open{};
    c.answer = answer::Owed{at(owed_since), Response::first};
    c.customer_wrote_at = 3;
    return c;
}

Actor available_for(Set<Group> groups) {
    Actor actor = ana;
    actor.available = groups;
    return actor;
}

const Actor everywhere = available_for(every<Group>());

std::string next_of(const std::map<std::string, Conversation>& queue, const Actor& agent) {
    std::vector<Candidate> candidates;
    for (const auto& [id, state] : queue) candidates.push_back({{id}, &state, is_unread(state, agent)});
    const Policy policy;
    const Choice choice = next_customer(candidates, agent, policy);
    if (const auto* rejection = std::get_if<Rejection>(&choice)) return std::string(name_of(*rejection));
    return std::get<ConversationId>(choice).value;
}

Conversation owned_by(const Actor& agent, Conversation c) {
    c.owner = AgentId{agent.id};
    return c;
}
Conversation with(Conversation c, const std::function<void(Conversation&)>& change) {
    change(c);
    return c;
}

}  // namespace

TEST_CASE("next: my own with unread messages first, then voice, messaging, mail") {
    std::map<std::string, Conversation> queue{{"mail", waiting(Channel::email, 1, 1)},
                                              {"chat", waiting(Channel::chat, 2, 2)},
                                              {"call", waiting(Channel::call, 3, 3)},
                                              {"mine", owned_by(ana, waiting(Channel::task, 4, 4))}};
    for (const std::string expected : {"mine", "call", "chat", "mail", "nobody_waits"}) {
        CHECK(next_of(queue, everywhere) == expected);
        queue.erase(expected);
    }
}

TEST_CASE("next within a group: the earliest due, then the oldest, then by id; not due comes last") {
    const auto chat = [](std::int64_t started, std::int64_t owed) { return waiting(Channel::chat, started, owed); };
    const auto no_reply_needed = with(chat(0, 0), [](auto& c) { c.answer = answer::NotNeeded{at(0)}; });
    std::map<std::string, Conversation> queue{
        {"a not needed", no_reply_needed}, {"b", chat(5, 9)}, {"c earliest due", chat(9, 7)},
        {"d oldest", chat(4, 9)},          {"e", chat(5, 9)},
    };
    for (const std::string expected : {"c earliest due", "d oldest", "b", "e", "a not needed"}) {
        CHECK(next_of(queue, everywhere) == expected);
        queue.erase(expected);
    }
}

TEST_CASE("next passes over what does not wait for this agent") {
    const auto one = [](const Conversation& c) { return next_of({{"x", c}}, everywhere); };
    const auto chat = waiting(Channel::chat, 1, 1);
    CHECK(one(chat) == "x");
    CHECK(one(owned_by(ben, chat)) == "nobody_waits");
    CHECK(one(with(chat, [](auto& c) { c.site = {"elsewhere"}; })) == "nobody_waits");
    CHECK(one(with(chat, [](auto& c) { c.snoozing = snooze::UntilReply{}; })) == "nobody_waits");
    CHECK(one(with(chat, [](auto& c) { c.phase = phase::Closed{}; })) == "nobody_waits");
    CHECK(one(owned_by(ana, with(chat, [](auto& c) { c.reads = {{ana.author(), 3}}; }))) == "nobody_waits");
    CHECK(one(owned_by(ana, with(chat, [](auto& c) { c.reads = {{ana.author(), 2}}; }))) == "x");
}

TEST_CASE("next gives only what the agent is available for and has room for") {
    const std::map<std::string, Conversation> queue{{"chat", waiting(Channel::chat, 1, 1)},
                                                    {"mail", waiting(Channel::email, 2, 2)}};
    CHECK(next_of(queue, available_for({})) == "unavailable");
    CHECK(next_of(queue, available_for(only(Group::mail))) == "mail");
    CHECK(next_of(queue, available_for(only(Group::voice))) == "nobody_waits");

    Actor busy = everywhere;
    busy.load[Group::messaging] = 5;
    CHECK(next_of(queue, busy) == "mail");
    busy.capacity[Group::mail] = 2;
    busy.load[Group::mail] = 2;
    CHECK(next_of(queue, busy) == "nobody_waits");  // There is room for a call.
    busy.load[Group::voice] = 1;
    CHECK(next_of(queue, busy) == "at_capacity");
    busy.load[Group::messaging] = 4;
    CHECK(next_of(queue, busy) == "chat");
}

TEST_CASE("the order of the candidates makes no difference") {
    const auto a = waiting(Channel::chat, 1, 1), b = waiting(Channel::chat, 1, 1);
    const Policy policy;
    CHECK(next_customer({{{"a"}, &a}, {{"b"}, &b}}, everywhere, policy) == Choice{ConversationId{"a"}});
    CHECK(next_customer({{{"b"}, &b}, {{"a"}, &a}}, everywhere, policy) == Choice{ConversationId{"a"}});
}

TEST_CASE("the button Next says beforehand what next would, but for whether somebody waits") {
    const auto voicemail = nothing().and_then(the_system, {Start{shop, Channel::voicemail, {"vera"}, {}}}).state();
    const Policy policy;
    const auto button_next = [&](const Actor& agent) {
        for (const Availability& row : available(voicemail, agent, {policy, team, at(9)}))
            if (row.button == ButtonId::next) return row.rejection;
        FAIL("Next has no place");
        return std::optional<Rejection>{};
    };
    Actor full = available_for(only(Group::voice));
    full.load[Group::voice] = 1;
    CHECK(button_next(everywhere) == std::nullopt);
    CHECK(button_next(available_for({})) == Rejection::unavailable);
    CHECK(button_next(full) == Rejection::at_capacity);
    for (const Actor& agent : {available_for({}), full})
        CHECK(next_of({}, agent) == std::string(name_of(*button_next(agent))));
}

TEST_CASE("load: my open, unsnoozed conversations with a session, or without sessions a reply owed") {
    const auto of = [](const Conversation& c) { return load_group(c); };
    const auto mail = owned_by(ana, waiting(Channel::email, 1, 1));
    CHECK(of(mail) == Group::mail);
    CHECK(of(waiting(Channel::email, 1, 1)) == std::nullopt);
    CHECK(of(with(mail, [](auto& c) { c.answer = answer::Given{at(2)}; })) == std::nullopt);
    CHECK(of(with(mail, [](auto& c) { c.snoozing = snooze::Until{at(9)}; })) == std::nullopt);
    CHECK(of(with(mail, [](auto& c) { c.phase = phase::Closed{}; })) == std::nullopt);
    CHECK(of(a_chat_of(ana).state()) == Group::messaging);
    CHECK(of(an_answered_chat().state()) == Group::messaging);
    CHECK(of(an_answered_chat().and_then(ana, {End{}}).state()) == std::nullopt);
    CHECK(of(a_chat_of(ana).and_then(ana, {End{}}).state()) == std::nullopt);
    CHECK(of(owned_by(ana, waiting(Channel::sms, 1, 1))) == Group::messaging);
}

TEST_CASE("push gives an unowned chat to the available agent with the least in hand, ties by id") {
    Policy push;
    push.routing = Routing::push;
    const auto agent = [](const char* id, std::uint32_t load) {
        Actor actor{Role::agent, id, {shop}, only(Group::messaging), default_capacity, {}};
        actor.load[Group::messaging] = load;
        return actor;
    };
    const auto chat = a_new_chat().state();
    CHECK(route(chat, {agent("a", 2), agent("b", 1), agent("c", 1)}, push) == AgentId{"b"});
    CHECK(route(chat, {agent("c", 1), agent("b", 1)}, push) == AgentId{"b"});
    CHECK(route(chat, {agent("a", 5)}, push) == std::nullopt);
    CHECK(route(chat, {ana}, push) == std::nullopt);
    Actor elsewhere = agent("a", 0);
    elsewhere.sites = {SiteId{"elsewhere"}};
    CHECK(route(chat, {elsewhere}, push) == std::nullopt);
    CHECK(route(chat, {agent("a", 0)}, Policy{}) == std::nullopt);
    CHECK(route(a_chat_of(ana).state(), {agent("a", 0)}, push) == std::nullopt);
    CHECK(route(a_closed_chat().state(), {agent("a", 0)}, push) == std::nullopt);
    CHECK(route(waiting(Channel::sms, 1, 1), {agent("a", 0)}, push) == std::nullopt);
    a_new_chat().when(the_system, {Assign{{"ana"}}}).then({Assigned{{"ana"}}});
    a_chat_of(ana).when(the_system, {Assign{{"nobody"}}}).refuses(Rejection::unknown_agent);
}

TEST_CASE("a claim over capacity warns, and is not refused") {
    Actor busy = ana;
    busy.load[Group::messaging] = 5;
    const Policy policy;
    const auto claim_of = [&](const Actor& agent) {
        for (const Availability& row : available(a_new_chat().state(), agent, {policy, team, at(9)}))
            if (row.button == ButtonId::claim) return row;
        return Availability{};
    };
    CHECK((claim_of(busy).rejection == std::nullopt && claim_of(busy).warns == Warning::over_capacity));
    CHECK(claim_of(ana).warns == std::nullopt);
    a_new_chat().when(busy, {Claim{}}).then({Claimed{}});
}

TEST_CASE("push gives chats to those who may own one") {
    Policy push;
    push.routing = Routing::push;
    for (const Role role : {Role::customer, Role::agent, Role::supervisor, Role::admin, Role::system}) {
        const Actor somebody{role, "somebody", {shop}, every<Group>()};
        INFO(name_of(role));
        CHECK(route(a_new_chat().state(), {somebody}, push).has_value() == role::agents.has(role));
    }
}

}  // namespace wrapup::test
