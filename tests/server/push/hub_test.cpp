#include "server/push/hub.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/letters.hpp"
#include "tests/support/states.hpp"

namespace wrapup::server::test {
namespace {

using wrapup::test::ana;
using wrapup::test::ben;
using wrapup::test::visitor;

// Of the shop, and one customer's.
SharedCommit commit_at(Position position, const std::string& customer = "vera", const std::string& text = "") {
    auto commit = std::make_shared<Commit>();
    Conversation state;
    state.site = wrapup::test::shop;
    state.customer = {customer};
    state.phase = phase::Open{};
    commit->changes.push_back({{{position, {"c"}, {1, {}, {}, MessageReceived{text}}}}, state, {}});
    return commit;
}

std::vector<Position> positions(const std::optional<std::vector<SharedCommit>>& commits) {
    std::vector<Position> positions;
    for (const SharedCommit& commit : commits.value()) positions.push_back(commit->position());
    return positions;
}

}  // namespace

TEST_CASE("a commit goes to the agents of its site and to its customer, and to nobody else") {
    Hub hub(0);
    const auto of_ana = hub.subscribe(ana);
    const auto of_stranger = hub.subscribe({Role::agent, "stranger", {{"elsewhere"}}, {}, {}, {}});
    const auto of_vera = hub.subscribe({Role::customer, "vera", {wrapup::test::shop}, {}, {}, {}});
    const auto also_of_vera = hub.subscribe({Role::customer, "vera", {wrapup::test::shop}, {}, {}, {}});
    const auto of_olga = hub.subscribe({Role::customer, "olga", {wrapup::test::shop}, {}, {}, {}});
    hub.announce(commit_at(1));
    CHECK(next_commit(*of_ana));
    CHECK(next_commit(*of_vera));
    CHECK(next_commit(*also_of_vera));
    CHECK_FALSE(next_commit(*of_stranger));
    CHECK_FALSE(next_commit(*of_olga));
}

TEST_CASE("a customer's streams come and go one by one") {
    Hub hub(0);
    const Actor vera{Role::customer, "vera", {wrapup::test::shop}, {}, {}, {}};
    auto first = hub.subscribe(vera);
    const auto second = hub.subscribe(vera);
    first.reset();
    hub.announce(commit_at(1));
    CHECK(next_commit(*second));
}

TEST_CASE("the hub remembers what was announced after a position") {
    Hub hub(10);
    CHECK(positions(hub.since(10)).empty());
    for (const Position position : {12, 13, 20}) hub.announce(commit_at(position));
    CHECK(positions(hub.since(10)) == std::vector<Position>{12, 13, 20});
    CHECK(positions(hub.since(12)) == std::vector<Position>{13, 20});
    CHECK(positions(hub.since(15)) == std::vector<Position>{20});
    CHECK(positions(hub.since(20)).empty());
    CHECK_FALSE(hub.since(9));
    CHECK_FALSE(hub.since(21));
}

TEST_CASE("it remembers so many positions, and then leaves the oldest to the log") {
    Hub hub(0);
    for (Position position = 1; position <= Hub::remembered_positions_max + 1; ++position)
        hub.announce(commit_at(position));
    CHECK_FALSE(hub.since(0));
    CHECK(hub.since(1).value().size() == Hub::remembered_positions_max);
}

TEST_CASE("it remembers so many bytes, however few positions that are") {
    Hub hub(0);
    const std::string text(1024 * 1024, 'x');
    for (Position position = 1; position <= 10; ++position) hub.announce(commit_at(position, "vera", text));
    CHECK_FALSE(hub.since(0));
    CHECK(hub.since(7).value().size() == 3);
}

}  // namespace wrapup::server::test
