#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/buttons.hpp"
#include "core/command.hpp"
#include "core/conversation.hpp"
#include "core/policy.hpp"
#include "core/rejection.hpp"
#include "core/request.hpp"

namespace wrapup {

// What is worth saying before a button is pressed, although nothing is in the way.
enum class Warning : std::uint8_t {
    over_capacity,  // The agent has more in hand then than their capacity.
    count
};

// One button as it stands for one person now.
struct Availability {
    Place place = Place::count;
    ButtonId button = ButtonId::count;
    std::optional<Rejection> rejection;  // Why it is disabled; none: it is enabled.
    std::optional<Confirmation> asks;    // What it would ask before it runs.
    std::optional<Warning> warns;
    bool operator==(const Availability&) const = default;
};

// The buttons of one person, at most one per row of the placements.
class Availabilities {
public:
    const Availability* begin() const { return rows_.data(); }
    const Availability* end() const { return rows_.data() + size_; }
    std::size_t size() const { return size_; }
    void push_back(const Availability& row) { rows_[size_++] = row; }

private:
    std::array<Availability, placements.size()> rows_{};
    std::size_t size_ = 0;
};

// Every button that has a place in this conversation for this person, in the order of the placements. A button is
// enabled exactly when decide(), with everything seen, confirmed, and a valid payload, returns at least one event; Next
// on its own, exactly when next_customer() does not say unavailable or at_capacity. Needs no memory.
Availabilities available(const Conversation& conversation, const Actor& actor, const Setting& setting);

// What goes with a button's press, for the steps that carry it.
struct Payload {
    std::string text;                  // A message, a reply or a note.
    AgentId agent;                     // Whom to assign to.
    std::optional<Time> snooze_until;  // None: until the customer writes.
    std::vector<TopicId> topics;
    Attachments attachments{};  // Of a message or a reply.
    std::uint32_t score = 0;    // Of a rating, whose words are the text.
};

// The commands that a button runs, filled in.
Commands commands_of(ButtonId button, const Actor& actor, const Payload& payload);

}  // namespace wrapup
