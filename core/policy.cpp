#include "core/policy.hpp"

#include <algorithm>

#include "core/shape.hpp"
#include "core/text.hpp"

namespace wrapup {
namespace {

using Fault = std::optional<InvalidPolicy>;

std::string item(std::string_view list, std::size_t index) {
    return std::string(list) + '[' + std::to_string(index) + ']';
}

std::string member(std::string_view table, std::size_t channel, std::string_view name) {
    std::string field(table);
    return field.append(".").append(names<Channel>[channel]).append(".").append(name);
}

Fault unless_within(std::string field, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value >= least && value <= most) return std::nullopt;
    return InvalidPolicy{std::move(field), PolicyFault::out_of_range};
}

Fault reopen_fault(const Policy& policy) {
    for (std::size_t i = 0; i < policy.reopen.of.size(); ++i)
        if (auto fault = unless_within(member("reopen", i, "window_ms"), policy.reopen.of[i].window_ms, 0,
                                       Policy::window_ms_max))
            return fault;
    return std::nullopt;
}

Fault respond_fault(const Policy& policy) {
    constexpr auto most = Policy::response_ms_max;
    for (std::size_t i = 0; i < policy.respond.of.size(); ++i) {
        const ResponseTimes& times = policy.respond.of[i];
        if (auto fault = unless_within(member("respond", i, "first_ms"), times.first_ms.value_or(1), 1, most))
            return fault;
        if (auto fault = unless_within(member("respond", i, "next_ms"), times.next_ms.value_or(1), 1, most))
            return fault;
    }
    return std::nullopt;
}

bool has_before(const std::vector<TopicId>& topics, std::size_t end, const TopicId& topic) {
    const auto last = topics.begin() + static_cast<std::ptrdiff_t>(end);
    return std::find(topics.begin(), last, topic) != last;
}

Fault topics_fault(const Policy& policy) {
    if (policy.topics.size() > Policy::topics_max) return InvalidPolicy{"topics", PolicyFault::too_many};
    for (std::size_t i = 0; i < policy.topics.size(); ++i) {
        if (fault_of(policy.topics[i].value)) return InvalidPolicy{item("topics", i), PolicyFault::invalid_text};
        if (has_before(policy.topics, i, policy.topics[i])) return InvalidPolicy{item("topics", i), PolicyFault::twice};
    }
    for (std::size_t i = 0; i < policy.required_topics.size(); ++i) {
        const TopicId& topic = policy.required_topics[i];
        if (!has_before(policy.topics, policy.topics.size(), topic))
            return InvalidPolicy{item("required_topics", i), PolicyFault::unknown_topic};
        if (has_before(policy.required_topics, i, topic))
            return InvalidPolicy{item("required_topics", i), PolicyFault::twice};
    }
    return std::nullopt;
}

}  // namespace

Fault validate(const Policy& policy) {
    if (auto fault = reopen_fault(policy)) return fault;
    if (auto fault = respond_fault(policy)) return fault;
    if (auto fault = unless_within("idle_end_ms", policy.idle_end_ms, 1, Policy::idle_end_ms_max)) return fault;
    if (auto fault = unless_within("rejoin_window_ms", policy.rejoin_window_ms, 0, Policy::rejoin_window_ms_max))
        return fault;
    if (auto fault = unless_within("undo_window_ms", policy.undo_window_ms, 0, Policy::undo_window_ms_max))
        return fault;
    return topics_fault(policy);
}

}  // namespace wrapup
