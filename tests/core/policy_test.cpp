#include "core/policy.hpp"

#include <functional>

#include "tests/support/scenario.hpp"

namespace wrapup::test {
namespace {

std::string fault_in(const std::function<void(Policy&)>& change) {
    Policy policy;
    policy.topics = {{"billing"}, {"shipping"}};
    change(policy);
    const auto invalid = validate(policy);
    return invalid ? invalid->field + " " + std::string(name_of(invalid->fault)) : "-";
}

}  // namespace

TEST_CASE("the default policy is valid, and is what the product says") {
    const Policy policy;
    CHECK(validate(policy) == std::nullopt);
    CHECK(policy.reopen[Channel::chat].mode == ReopenMode::locked);
    for (const ChannelTraits& channel : channels)
        if (channel.channel != Channel::chat)
            CHECK(policy.reopen[channel.channel] == ReopenPolicy{ReopenMode::window, 24 * 60 * 60 * 1000});
    CHECK(policy.idle_end_ms == 15 * 60 * 1000);
    CHECK(policy.rejoin_window_ms == 60 * 1000);
    CHECK(policy.undo_window_ms == 10 * 1000);
    CHECK((policy.topics.empty() && policy.required_topics.empty()));
    CHECK((policy.routing == Routing::claim && policy.agent_names == AgentNames::shown));
    CHECK(default_capacity == Capacity{{1u, 5u, std::nullopt}});
    for (const ChannelTraits& channel : channels)
        CHECK(policy.respond[channel.channel].first_ms.has_value() == (channel.customer == Has::yes));
}

TEST_CASE("a policy that contradicts itself or its limits is refused, naming the field") {
    struct Row {
        std::function<void(Policy&)> change;
        const char* fault;
    };
    const std::vector<Row> rows{
        {[](Policy&) {}, "-"},
        {[](Policy& p) { p.reopen[Channel::email].window_ms = -1; }, "reopen.email.window_ms out_of_range"},
        {[](Policy& p) { p.reopen[Channel::sms].window_ms = 0; }, "-"},
        {[](Policy& p) { p.reopen[Channel::sms].window_ms = Policy::window_ms_max; }, "-"},
        {[](Policy& p) { p.reopen[Channel::sms].window_ms = Policy::window_ms_max + 1; },
         "reopen.sms.window_ms out_of_range"},
        {[](Policy& p) { p.respond[Channel::chat].first_ms = 0; }, "respond.chat.first_ms out_of_range"},
        {[](Policy& p) { p.respond[Channel::chat].first_ms = std::nullopt; }, "-"},
        {[](Policy& p) { p.respond[Channel::note].next_ms = Policy::response_ms_max + 1; },
         "respond.note.next_ms out_of_range"},
        {[](Policy& p) { p.idle_end_ms = 0; }, "idle_end_ms out_of_range"},
        {[](Policy& p) { p.idle_end_ms = 24 * 60 * 60 * 1000; }, "-"},
        {[](Policy& p) { p.idle_end_ms = 24 * 60 * 60 * 1000 + 1; }, "idle_end_ms out_of_range"},
        {[](Policy& p) { p.rejoin_window_ms = -1; }, "rejoin_window_ms out_of_range"},
        {[](Policy& p) { p.undo_window_ms = -1; }, "undo_window_ms out_of_range"},
        {[](Policy& p) { p.undo_window_ms = Policy::undo_window_ms_max + 1; }, "undo_window_ms out_of_range"},
        {[](Policy& p) { p.required_topics = {{"shipping"}}; }, "-"},
        {[](Policy& p) {
             p.required_topics = {{"billing"}, {"weather"}};
         },
         "required_topics[1] unknown_topic"},
        {[](Policy& p) {
             p.required_topics = {{"billing"}, {"billing"}};
         },
         "required_topics[1] twice"},
        {[](Policy& p) { p.topics.push_back({"billing"}); }, "topics[2] twice"},
        {[](Policy& p) { p.topics.push_back({" "}); }, "topics[2] invalid_text"},
        {[](Policy& p) { p.topics.push_back({"\xFF"}); }, "topics[2] invalid_text"},
        {[](Policy& p) { p.topics.resize(Policy::topics_max + 1); }, "topics too_many"},
    };
    for (const Row& row : rows) CHECK(fault_in(row.change) == row.fault);
}

TEST_CASE("every limit of a policy holds at both of its ends") {
    using Set = std::function<void(Policy&, std::int64_t)>;
    struct Row {
        const char* field;
        std::int64_t least, most;
        Set set;
    };
    const std::int64_t minute = 60'000, day = 24 * 60 * minute;
    const std::vector<Row> rows{
        {"reopen.chat.window_ms", 0, 366 * day, [](auto& p, auto ms) { p.reopen[Channel::chat].window_ms = ms; }},
        {"respond.sms.first_ms", 1, 366 * day, [](auto& p, auto ms) { p.respond[Channel::sms].first_ms = ms; }},
        {"respond.sms.next_ms", 1, 366 * day, [](auto& p, auto ms) { p.respond[Channel::sms].next_ms = ms; }},
        {"idle_end_ms", 1, day, [](auto& p, auto ms) { p.idle_end_ms = ms; }},
        {"rejoin_window_ms", 0, day, [](auto& p, auto ms) { p.rejoin_window_ms = ms; }},
        {"undo_window_ms", 0, minute, [](auto& p, auto ms) { p.undo_window_ms = ms; }},
    };
    for (const Row& row : rows) {
        const auto fault_with = [&](std::int64_t ms) { return fault_in([&](Policy& p) { row.set(p, ms); }); };
        for (const std::int64_t within : {row.least, row.most}) CHECK(fault_with(within) == "-");
        for (const std::int64_t beyond : {row.least - 1, row.most + 1})
            CHECK(fault_with(beyond) == std::string(row.field) + " out_of_range");
    }
    const auto with_topics = [](std::size_t count) {
        return fault_in([count](Policy& p) {
            p.topics.clear();
            for (std::size_t i = 0; i < count; ++i) p.topics.push_back({std::to_string(i)});
        });
    };
    CHECK(with_topics(200) == "-");
    CHECK(with_topics(201) == "topics too_many");
}

TEST_CASE("how soon customers are answered, unless an operator says otherwise") {
    const std::int64_t minute = 60'000, hour = 60 * minute;
    const Policy policy;
    CHECK(policy.respond[Channel::chat] == ResponseTimes{minute, 2 * minute});
    CHECK(policy.respond[Channel::email] == ResponseTimes{8 * hour, 8 * hour});
    CHECK(policy.respond[Channel::call] == ResponseTimes{minute, hour});
    CHECK(policy.respond[Channel::voicemail] == ResponseTimes{4 * hour, 8 * hour});
    CHECK(policy.respond[Channel::sms] == ResponseTimes{15 * minute, 15 * minute});
    CHECK(policy.respond[Channel::social] == ResponseTimes{hour, hour});
    for (const Channel internal : {Channel::task, Channel::note}) CHECK(policy.respond[internal] == ResponseTimes{});
}

}  // namespace wrapup::test
