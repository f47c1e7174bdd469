#include "core/visible.hpp"

#include "core/available.hpp"
#include "tests/support/scenario.hpp"

namespace wrapup::test {

TEST_CASE("a customer sees what was said and what ended, and nothing of the house") {
    struct Row {
        Fact fact;
        bool seen;
    };
    const std::vector<Row> rows{
        {Started{}, true},          {SessionStarted{}, true}, {Claimed{}, true},
        {Released{}, true},         {Assigned{}, true},       {MessageReceived{"x"}, true},
        {Replied{"x", true}, true}, {NoteAdded{"x"}, false},  {MarkedNoReplyNeeded{}, false},
        {SessionEnded{}, true},     {Closed{}, true},         {Reopened{}, true},
    };
    CHECK(rows.size() == std::variant_size_v<Fact>);
    for (const Row& row : rows) {
        const Event event{1, at(1), ana.author(), row.fact};
        INFO(row.fact.index());
        CHECK(visible_to(event, visitor).has_value() == row.seen);
        CHECK(visible_to(event, ben) == event);
    }
}

}  // namespace wrapup::test
