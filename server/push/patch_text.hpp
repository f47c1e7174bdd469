#pragma once

#include "server/push/commit.hpp"

namespace wrapup::server {

// How far the reader's own commands have come.
struct OwnCommands {
    ClientId client;
    std::int64_t last_command = 0;
    std::vector<Outcome> outcomes;
};

// The JSON of a patch, which takes a reader from one position to another:
//   {"from": 3, "position": 7, "events": [of the conversations that they may know, as far as they may see them],
//    "customers": [of the conversations that start in it], "client": whose outcomes these are, "last_command": 2,
//    "outcomes": [...]}
// For who sent nothing, the client is null and the last command 0. It is put together from what was committed, or from
// what of that is in the log. What many readers are told alike is written only once.
class PatchText {
public:
    // Both must live longer. `from` is the position that the reader has.
    PatchText(const Actor& reader, const Policy& policy, Position from)
        : reader_(reader), policy_(policy), from_(from), position_(from) {}

    // In their order.
    void add(const Commit& commit);
    void add(const Change& change);
    // Leaves out whatever is before this position.
    void skip_to(Position position) { position_ = position; }

    bool has_events() const { return !items_.events.empty(); }
    Position position() const { return position_; }
    std::string text(const std::optional<OwnCommands>& own) const;

private:
    const Actor& reader_;
    const Policy& policy_;
    Position from_;
    Position position_;
    Items items_;
};

}  // namespace wrapup::server
