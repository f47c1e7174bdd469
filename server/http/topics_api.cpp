// What conversations can be about: one more, and what it is called.
#include <algorithm>

#include "server/http/errors.hpp"
#include "server/http/forms.hpp"
#include "server/http/settings_handlers.hpp"
#include "server/json_text.hpp"
#include "server/policy_change.hpp"
#include "server/store/audit.hpp"
#include "server/store/topic_names.hpp"

namespace wrapup::server {

struct TopicForm {
    std::string name;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::TopicForm> { using T = server::TopicForm; static constexpr std::tuple fields{Field{"name", &T::name}}; };
// clang-format on
}  // namespace wrapup

namespace wrapup::server {
namespace {

std::string name_in(const Ask& ask) {
    auto name = decode<TopicForm>(parse_json(ask.http.body)).name;
    check_line(name, "name", TopicNames::name_bytes_max);
    name.erase(0, name.find_first_not_of(' '));
    name.erase(name.find_last_not_of(' ') + 1);
    return name;
}

bool has(const Policy& policy, const TopicId& topic) {
    return std::find(policy.topics.begin(), policy.topics.end(), topic) != policy.topics.end();
}

}  // namespace

// One that was archived comes back under its name.
Answer add_topic(const Ask& ask) {
    const std::string name = name_in(ask);
    Writing writing(ask.service.database);
    TopicNames names(*writing);
    const StoredPolicy& stored = ask.service.stored_policy();
    Policy policy = stored.policy;
    const auto called = names.called(name);
    if (called && has(policy, *called)) return problem_answer(Problem::taken, {}, "name");
    if (policy.topics.size() >= Policy::topics_max) return problem_answer(Problem::too_many, {}, "name");
    const TopicId topic = called.value_or(names.free_id(name));
    names.put(topic, name);
    policy.topics.push_back(topic);
    if (!policy.required_topics.empty()) policy.required_topics.push_back(topic);
    const auto next = change_policy(ask.service, writing, policy, stored.version, ask.actor().id);
    return json_answer(policy_body(next.value()), 201);
}

Answer rename_topic(const Ask& ask) {
    const std::string name = name_in(ask);
    const TopicId topic{ask.rest};
    Writing writing(ask.service.database);
    TopicNames names(*writing);
    const Policy& policy = ask.service.policy();
    if (!has(policy, topic)) return problem_answer(Problem::unknown_item);
    const TopicId called = names.called(name).value_or(topic);
    if (called != topic)
        return problem_answer(Problem::taken, has(policy, called) ? "" : "An archived topic goes by that name.",
                              "name");
    const std::string before = names.of(topic);
    names.put(topic, name);
    Audit(*writing).note(ask.service.clock(), ask.actor().id, Deed::topic_renamed, {{"topic", before}, {"name", name}});
    writing.commit();
    ask.service.hub.tell_everybody(look_again());
    return no_content();
}

}  // namespace wrapup::server
