#include "server/push/mailbox.hpp"

#include "tests/support/catch.hpp"

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
    CHECK(mailbox.take()->position() == 1);
    CHECK(mailbox.take()->position() == 2);
    CHECK(mailbox.take() == nullptr);
    CHECK_FALSE(mailbox.closed());
}

TEST_CASE("a mailbox that runs over is closed, so that nothing is left out silently") {
    Mailbox mailbox;
    for (std::size_t i = 0; i < Mailbox::frames_max; ++i) mailbox.put(commit_at(1));
    CHECK_FALSE(mailbox.closed());
    mailbox.put(commit_at(2));
    CHECK(mailbox.closed());
    CHECK(mailbox.take() == nullptr);
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

}  // namespace wrapup::server::test
