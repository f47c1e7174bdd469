#include "server/push/mailbox.hpp"

#include <thread>

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::chrono_literals;

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
    CHECK(mailbox.take(0ms)->position() == 1);
    CHECK(mailbox.take(0ms)->position() == 2);
    CHECK(mailbox.take(0ms) == nullptr);
    CHECK_FALSE(mailbox.closed());
}

TEST_CASE("a mailbox that runs over is closed, so that nothing is left out silently") {
    Mailbox mailbox;
    for (std::size_t i = 0; i < Mailbox::frames_max; ++i) mailbox.put(commit_at(1));
    CHECK_FALSE(mailbox.closed());
    mailbox.put(commit_at(2));
    CHECK(mailbox.closed());
    CHECK(mailbox.take(0ms) == nullptr);
}

TEST_CASE("who waits at a mailbox is woken by its closing") {
    Mailbox mailbox;
    std::thread closer([&] { mailbox.close(); });
    CHECK(mailbox.take(10s) == nullptr);
    closer.join();
    CHECK(mailbox.closed());
}

}  // namespace wrapup::server::test
