#include "server/push/presence.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

const Actor vera{Role::customer, "vera", {{"shop"}}, {}, {}, {}};
const Actor ana{Role::agent, "ana", {{"shop"}}, {}, {}, {}};

// "vera came", "vera went".
std::vector<std::string> told(Presence& presence, Ticks at) {
    std::vector<std::string> told;
    for (const Presence::Change& change : presence.changes(at))
        told.push_back(change.actor.id + (change.news == Presence::News::came ? " came" : " went"));
    return told;
}
using Told = std::vector<std::string>;

constexpr auto moment = std::chrono::milliseconds{1};

}  // namespace

TEST_CASE("who comes is told once, and who goes once they have been gone for a while") {
    Presence presence;
    const Ticks start{};
    presence.came(vera);
    presence.came(ana);
    CHECK(presence.has("vera"));
    CHECK(told(presence, start) == Told{"vera came", "ana came"});
    CHECK(told(presence, start).empty());
    presence.went(vera, start);
    CHECK(told(presence, start + Presence::gone_after - moment).empty());
    CHECK(presence.has("vera"));
    CHECK(told(presence, start + Presence::gone_after) == Told{"vera went"});
    CHECK_FALSE(presence.has("vera"));
    presence.came(vera);
    CHECK(told(presence, start + Presence::gone_after) == Told{"vera came"});
}

TEST_CASE("who goes from page to page has never been away") {
    Presence presence;
    Ticks now{};
    presence.came(vera);
    CHECK(told(presence, now) == Told{"vera came"});
    for (int page = 0; page < 10; ++page) {
        presence.went(vera, now);
        now += Presence::gone_after / 2;
        CHECK(told(presence, now).empty());
        presence.came(vera);
        now += Presence::gone_after / 2;
        CHECK(told(presence, now).empty());
    }
    presence.went(vera, now);
    CHECK(told(presence, now + Presence::gone_after) == Told{"vera went"});
}

TEST_CASE("who has several streams is there until the last one has ended") {
    Presence presence;
    const Ticks start{};
    presence.came(vera);
    presence.came(vera);
    presence.went(vera, start);
    CHECK(told(presence, start + 2 * Presence::gone_after) == Told{"vera came"});
    presence.went(vera, start);
    CHECK(told(presence, start + 2 * Presence::gone_after) == Told{"vera went"});
}

TEST_CASE("who was gone before anybody asked is not told at all") {
    Presence presence;
    presence.came(vera);
    presence.went(vera, Ticks{});
    CHECK(told(presence, Ticks{} + Presence::gone_after).empty());
    CHECK_FALSE(presence.has("vera"));
}

}  // namespace wrapup::server::test
