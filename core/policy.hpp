// What an operator can decide about the rules. Plain data with defaults.
#pragma once

#include <string>

#include "core/channel.hpp"

namespace wrapup {

inline constexpr std::int64_t second_ms = 1'000;
inline constexpr std::int64_t minute_ms = 60 * second_ms;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

// What a customer's message to a closed conversation does.
enum class ReopenMode : std::uint8_t {
    locked,  // It is refused; the customer can start a new conversation with it.
    window,  // It reopens the conversation within window_ms of the close, and is refused later.
    always,
    count
};

struct ReopenPolicy {
    ReopenMode mode = ReopenMode::window;
    std::int64_t window_ms = day_ms;
    bool operator==(const ReopenPolicy&) const = default;
};

// How soon a customer is to be answered. None: whenever.
struct ResponseTimes {
    std::optional<std::int64_t> first_ms;
    std::optional<std::int64_t> next_ms;
    bool operator==(const ResponseTimes&) const = default;
};

// How unowned chats come to an agent.
enum class Routing : std::uint8_t {
    claim,  // They wait to be claimed.
    push,   // The system assigns each to the available agent who has the least in hand.
    count
};

// What customers learn of who is there for them.
enum class AgentNames : std::uint8_t { shown, hidden, count };

struct Policy {
    static constexpr std::int64_t window_ms_max = 366 * day_ms;
    static constexpr std::int64_t response_ms_max = 366 * day_ms;
    static constexpr std::int64_t idle_end_ms_max = day_ms;
    static constexpr std::int64_t rejoin_window_ms_max = day_ms;
    static constexpr std::int64_t undo_window_ms_max = minute_ms;
    static constexpr std::size_t topics_max = 200;

    // A live chat is locked once it is closed; everything else can be answered for a day.
    Each<Channel, ReopenPolicy> reopen{{ReopenPolicy{ReopenMode::locked, 0}}};
    Each<Channel, ResponseTimes> respond{{
        ResponseTimes{minute_ms, 2 * minute_ms},        // chat
        ResponseTimes{8 * hour_ms, 8 * hour_ms},        // email
        ResponseTimes{minute_ms, hour_ms},              // call
        ResponseTimes{4 * hour_ms, 8 * hour_ms},        // voicemail
        ResponseTimes{15 * minute_ms, 15 * minute_ms},  // sms
        ResponseTimes{hour_ms, hour_ms},                // social
        ResponseTimes{std::nullopt, std::nullopt},      // task
        ResponseTimes{std::nullopt, std::nullopt},      // note
    }};
    std::int64_t idle_end_ms = 15 * minute_ms;     // A chat whose visitor is silent for that time is ended.
    std::int64_t rejoin_window_ms = minute_ms;     // A visitor who is gone for longer has left.
    std::int64_t undo_window_ms = 10 * second_ms;  // A close can be undone for that time.
    std::vector<TopicId> topics;                   // Those there are.
    std::vector<TopicId> required_topics;  // Before closing, one of these must be chosen; empty: none needs to be.
    Routing routing = Routing::claim;
    AgentNames agent_names = AgentNames::shown;
    bool operator==(const Policy&) const = default;
};

enum class PolicyFault : std::uint8_t { out_of_range, unknown_topic, twice, invalid_text, too_many, count };

struct InvalidPolicy {
    std::string field;  // As in reopen.chat.window_ms or topics[3].
    PolicyFault fault = PolicyFault::count;
    bool operator==(const InvalidPolicy&) const = default;
};

// The first thing in which a policy contradicts itself or its limits, or none.
std::optional<InvalidPolicy> validate(const Policy& policy);

}  // namespace wrapup
