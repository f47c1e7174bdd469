#pragma once

#include "server/push/commit.hpp"

namespace wrapup::server {

// How far the reader's own commands have come.
struct OwnCommands {
    ClientId client;
    std::int64_t last_command = 0;
    std::vector<Outcome> outcomes;
};

// The JSON of a Patch, put together from what was committed. What many readers are told alike is written only once.
class PatchText {
public:
    // Both must live longer. `from` is the position that the reader has.
    PatchText(const Actor& reader, const Policy& policy, Position from)
        : reader_(reader), policy_(policy), from_(from), position_(from) {}

    void add(const Commit& commit);  // In their order.

    bool has_events() const { return !items_.events.empty(); }
    Position position() const { return position_; }
    std::string text(const std::optional<OwnCommands>& own) const;

private:
    void add_what_they_see(const Change& change);

    const Actor& reader_;
    const Policy& policy_;
    Position from_;
    Position position_;
    Items items_;
};

}  // namespace wrapup::server
