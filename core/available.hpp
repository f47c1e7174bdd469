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

// One button as it stands for one person now.
struct Availability {
    Place place = Place::count;
    ButtonId button = ButtonId::count;
    std::optional<Rejection> rejection;  // Why it is disabled; none: it is enabled.
    std::optional<Confirmation> asks;    // What it would ask before it runs.
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
// enabled exactly when decide(), with everything seen, confirmed, and a valid text, returns at least one event.
Availabilities available(const Conversation& conversation, const Actor& actor, const Setting& setting);

// The commands that a button runs, filled in: `text` for those that carry one, `actor` for those that name them. The
// step `next` is not among them.
Commands commands_of(ButtonId button, const Actor& actor, const std::string& text);

}  // namespace wrapup
