#include "server/push/mailbox.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/letters.hpp"

namespace wrapup::server::test {
namespace {

SharedCommit commit_at(Position position) {
    auto commit = std::make_shared<Commit>();
    commit->changes.push_back({{{position, {"c"}, {}}}, {}, {}});
    return commit;
}

}  // namespace

TEST_CASE("a mailbox gives back in order what was put in") {
    Mailbox mailbox;
    mailbox.put(commit_at(1));
    mailbox.put(commit_at(2));
    CHECK(next_commit(mailbox)->position() == 1);
    CHECK(next_commit(mailbox)->position() == 2);
    CHECK(next_commit(mailbox) == nullptr);
    CHECK_FALSE(mailbox.closed());
}

TEST_CASE("a mailbox that runs over is closed, so that nothing is left out silently") {
    Mailbox mailbox;
    for (std::size_t i = 0; i < Mailbox::letters_max; ++i) mailbox.put(commit_at(1));
    CHECK_FALSE(mailbox.closed());
    mailbox.put(commit_at(2));
    CHECK(mailbox.closed());
    CHECK(next_commit(mailbox) == nullptr);
}

TEST_CASE("who is to be woken is called for the first of several, and when there will be no more") {
    Mailbox mailbox;
    int calls = 0;
    mailbox.wake_by([&] { ++calls; });
    mailbox.put(commit_at(1));
    mailbox.put(commit_at(2));
    CHECK(calls == 1);
    mailbox.take();
    mailbox.take();
    mailbox.put(commit_at(3));
    CHECK(calls == 2);
    mailbox.close();
    CHECK(calls == 3);
    CHECK(mailbox.closed());
}

TEST_CASE("a mailbox that holds too many bytes is closed, too") {
    Mailbox mailbox;
    auto commit = std::make_shared<Commit>();
    commit->changes.push_back(
        {{{1, {"c"}, {1, {}, {}, Replied{std::string(Mailbox::bytes_max, 'x'), false}}}}, {}, {}});
    mailbox.put(commit);
    CHECK_FALSE(mailbox.closed());
    mailbox.put(commit_at(2));
    CHECK(mailbox.closed());
}

TEST_CASE("notices are left out where much is waiting already, and close nothing") {
    Mailbox mailbox;
    const auto notice = std::make_shared<const Notice>(Notice{"typing", "{}"});
    for (std::size_t i = 0; i < 2 * Mailbox::letters_max; ++i) mailbox.put(notice);
    CHECK_FALSE(mailbox.closed());
    std::size_t taken = 0;
    while (mailbox.take()) ++taken;
    CHECK(taken == Mailbox::letters_with_notices_max);
}

}  // namespace wrapup::server::test
