#include "tests/differential/anything.hpp"

#include <limits>

#include "tests/differential/text.hpp"

namespace wrapup::differential {
namespace {

template <class Any>
auto maybe(Random& random, const Any& any) {
    std::optional<decltype(any())> value;
    if (random.one_in(2)) value = any();
    return value;
}

template <class Any>
auto some(Random& random, std::size_t count_max, const Any& any) {
    std::vector<decltype(any())> list;
    for (std::size_t left = random.below(count_max + 1); left > 0; --left) list.push_back(any());
    return list;
}

AgentId any_agent(Random& random) { return {random.any_of(people)}; }

Author any_author(Random& random) { return {random.any<Role>(), random.any_of(people)}; }

// Mostly small, as they are; the largest now and then, where the next one is 0.
Version any_version(Random& random) {
    if (random.one_in(16)) return std::numeric_limits<Version>::max() - static_cast<Version>(random.below(3));
    return static_cast<Version>(random.below(12));
}

std::int64_t any_length_ms(Random& random) {
    static constexpr std::array<std::int64_t, 8> lengths{0,       1,      10 * second_ms, minute_ms,
                                                         hour_ms, day_ms, 30 * day_ms,    Policy::window_ms_max};
    return random.one_in(3) ? random.between(0, Policy::window_ms_max) : random.any_of(lengths);
}

Actor any_actor(Random& random, Role role, const std::string& id) {
    Actor actor;
    actor.role = role;
    actor.id = id;
    actor.sites.push_back({random.one_in(6) ? random.any_of(sites) : sites[0]});
    if (random.one_in(4)) actor.sites.push_back({random.any_of(sites)});
    if (role == Role::system) actor.sites.clear();
    actor.available.bits = static_cast<std::uint32_t>(random.below(8));
    const auto few = [&] { return static_cast<std::uint32_t>(random.below(4)); };
    for (auto& capacity : actor.capacity.of) capacity = maybe(random, few);
    for (auto& load : actor.load.of) load = few();
    return actor;
}

Policy any_policy(Random& random) {
    Policy policy;
    const auto length_ms = [&] { return any_length_ms(random); };
    for (ReopenPolicy& reopen : policy.reopen.of) reopen = {random.any<ReopenMode>(), length_ms()};
    for (ResponseTimes& respond : policy.respond.of) respond = {maybe(random, length_ms), maybe(random, length_ms)};
    policy.idle_end_ms = length_ms();
    policy.rejoin_window_ms = length_ms();
    policy.undo_window_ms = length_ms();
    policy.topics = some(random, topics.size(), [&] { return TopicId{random.any_of(topics)}; });
    if (random.one_in(2)) policy.required_topics = some(random, 3, [&] { return TopicId{random.any_of(topics)}; });
    policy.routing = random.any<Routing>();
    policy.agent_names = random.any<AgentNames>();
    return policy;
}

// In any order and repeated. Mostly topics that there are, or there would hardly ever be some in a state.
std::vector<TopicId> any_topics(Random& random, const Policy& policy) {
    const bool any_at_all = policy.topics.empty() || random.one_in(5);
    return some(random, 8, [&] { return any_at_all ? TopicId{random.any_of(topics)} : random.any_of(policy.topics); });
}

// Mostly none, and now and then too many.
Attachments any_attachments(Random& random) {
    if (!random.one_in(4)) return {};
    return some(random, attachments_max + 2, [&] {
        const auto number = [&] { return static_cast<std::uint32_t>(random.between(0, 10'000)); };
        return Attachment{
            {random.any_of(people)}, any_text(random), random.any<MediaType>(), number(), number(), number(), number()};
    });
}

}  // namespace

Circumstances any_circumstances(Random& random) {
    Circumstances all;
    all.policy = any_policy(random);
    static constexpr std::array<Role, 6> roles{Role::agent, Role::agent,    Role::supervisor,
                                               Role::admin, Role::customer, Role::customer};
    for (std::size_t i = 0; i < roles.size(); ++i) all.actors.push_back(any_actor(random, roles[i], people[i]));
    all.actors.push_back(any_actor(random, Role::system, ""));
    const auto role = random.any<Role>();
    all.actors.push_back(any_actor(random, role, random.any_of(people)));
    for (const Actor& actor : all.actors)
        if (!random.one_in(4)) all.colleagues.push_back(actor);
    return all;
}

Time any_start(Random& random) {
    static constexpr std::array<std::int64_t, 6> starts{1'790'000'000'000, 1'790'000'000'000, 4'102'444'800'000,
                                                        1LL << 31,         1LL << 32,         0};
    const Milliseconds off{random.between(-2, 2)};
    return Time{Milliseconds{random.any_of(starts)} + off};
}

Milliseconds any_window(Random& random, const Policy& policy) {
    switch (random.below(6)) {
        case 0:
            return Milliseconds{policy.undo_window_ms};
        case 1:
            return Milliseconds{random.any_of(policy.reopen.of).window_ms};
        case 2:
            return Milliseconds{any_length_ms(random)};
        default:
            return Milliseconds{random.between(1, minute_ms)};
    }
}

Time near(Random& random, Time moment, const Policy& policy) {
    const Milliseconds window = any_window(random, policy);
    const Milliseconds off{random.between(-1, 1)};
    return random.one_in(2) ? moment + window + off : moment - window + off;
}

Conversation any_state(Random& random, const Policy& policy, Time now) {
    const auto time = [&] { return near(random, now, policy); };
    const auto person = [&] { return AgentId{random.any_of(people)}; };
    const std::array<Phase, 5> phases{
        phase::Absent{}, phase::Open{}, phase::Open{}, phase::Open{},
        phase::Closed{any_author(random), time(), maybe(random, time), maybe(random, time)}};
    const std::array<Session, 4> sessions{session::None{}, session::Active{time(), maybe(random, time)},
                                          session::Active{time(), {}}, session::Ended{any_author(random), time()}};
    const std::array<Answer, 4> answers{answer::None{}, answer::Owed{time(), random.any<Response>()},
                                        answer::Given{time()}, answer::NotNeeded{time()}};
    const std::array<Snoozing, 3> snoozings{snooze::None{}, snooze::UntilReply{}, snooze::Until{time()}};
    Conversation c;
    c.version = any_version(random);
    c.site = {random.one_in(4) ? random.any_of(sites) : sites[0]};
    c.channel = random.any<Channel>();
    c.customer = {random.any_of(people)};
    c.linked_to = maybe(random, [&] { return ConversationId{random.any_of(people)}; });
    c.started_at = time();
    c.phase = random.one_in(3) ? phases.back() : random.any_of(phases);
    c.session = random.any_of(sessions);
    c.answer = random.any_of(answers);
    c.snoozing = random.any_of(snoozings);
    c.owner = maybe(random, person);
    c.had_owner = random.one_in(2);
    c.had_reply = random.one_in(2);
    c.customer_wrote_at = any_version(random);
    c.topics = any_topics(random, policy);
    c.score = maybe(random, [&] { return static_cast<std::uint32_t>(random.below(score_max + 2)); });
    c.reads = some(random, 3, [&] { return ReadMark{any_author(random), any_version(random)}; });
    return c;
}

Payload any_payload(Random& random, const Policy& policy, Time now) {
    return {
        any_text(random),           any_agent(random),       maybe(random, [&] { return near(random, now, policy); }),
        any_topics(random, policy), any_attachments(random), static_cast<std::uint32_t>(random.below(score_max + 2))};
}

Command any_command(Random& random, const Conversation& state, const Policy& policy, const Actor& actor, Time now) {
    switch (random.below(std::variant_size_v<Command>)) {
        case 0:
            return Start{{random.any_of(sites)},
                         random.any<Channel>(),
                         {random.one_in(2) ? actor.id : random.any_of(people)},
                         maybe(random, [&] { return ConversationId{random.any_of(people)}; })};
        case 1:
            return Claim{};
        case 2:
            return Release{};
        case 3:
            return Assign{any_agent(random)};
        case 4:
            return Receive{any_text(random), any_attachments(random)};
        case 5:
            return Reply{any_text(random), any_attachments(random)};
        case 6:
            return AddNote{any_text(random)};
        case 7:
            return NoReplyNeeded{};
        case 8:
            return End{random.one_in(2)};
        case 9:
            return Close{};
        case 10:
            return Reopen{};
        case 11:
            return UndoClose{};
        case 12:
            return Snooze{maybe(random, [&] { return near(random, now, policy); })};
        case 13:
            return Wake{};
        case 14:
            return SetTopics{any_topics(random, policy)};
        case 15:
            return MarkRead{random.one_in(8) ? any_version(random) : state.version};
        case 16:
            return Left{};
        case 17:
            return Returned{};
        case 18:
            return Rate{static_cast<std::uint32_t>(random.below(score_max + 2)), any_text(random)};
        case 19:
            return Identify{{random.any_of(people)}};
        default:
            return Next{};
    }
}

}  // namespace wrapup::differential
