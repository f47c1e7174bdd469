#include "server/attendance.hpp"

#include "server/store/tokens.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

using wrapup::test::visitor;

// A chat whose visitor came by the widget, and an agent who watches.
struct Watched : Desk {
    std::string chat = start_chat();
    Attendance attendance{service};
    std::unique_ptr<Hub::Subscription> watching;

    Watched() {
        Writing writing(service.database);
        Tokens(*writing).open_visitor(random_token(), {visitor.id});
        writing.commit();
        Actor agent = ana;
        agent.sites = {shop};
        watching = service.hub.subscribe(agent);
        attendance.look();
    }

    void be_trusted() {
        time += 2 * Milliseconds{service.policy().rejoin_window_ms};
        attendance.look();
    }
    std::optional<Time> left_at() { return std::get<session::Active>(state(chat).session).left_at; }
};

}  // namespace

TEST_CASE("agents are told who is here") {
    Watched desk;
    const auto stream = desk.service.hub.subscribe(visitor);
    desk.attendance.look();
    const auto notice = next_notice(*desk.watching);
    REQUIRE(notice);
    CHECK(notice->event == "presence");
    CHECK(Json::parse(notice->data) == Json{{"person", {{"role", "customer"}, {"id", visitor.id}}}, {"present", true}});
    CHECK_FALSE(next_notice(*desk.watching));
}

TEST_CASE("after a start nobody has left until they had the time to come back") {
    Watched desk;
    const auto window = Milliseconds{desk.service.policy().rejoin_window_ms};
    desk.time += 2 * window - Milliseconds{1};
    desk.attendance.look();
    CHECK_FALSE(desk.left_at());
    desk.time += Milliseconds{1};
    desk.attendance.look();
    CHECK(desk.left_at() == desk.time);
}

TEST_CASE("who is back by then has not left") {
    Watched desk;
    const auto stream = desk.service.hub.subscribe(visitor);
    desk.be_trusted();
    CHECK_FALSE(desk.left_at());
}

TEST_CASE("a visitor who left and comes back is back in their chat") {
    Watched desk;
    desk.be_trusted();
    REQUIRE(desk.left_at());
    const auto stream = desk.service.hub.subscribe(visitor);
    desk.attendance.look();
    CHECK_FALSE(desk.left_at());
}

TEST_CASE("a visitor who stays away longer than the rejoin window leaves an unowned chat closed") {
    Watched desk;
    desk.be_trusted();
    desk.time += Milliseconds{desk.service.policy().rejoin_window_ms};
    desk.service.inbox.run_timers();
    CHECK(desk.state(desk.chat).closed());
}

TEST_CASE("who did not come by the widget is never missed") {
    Desk desk;
    const std::string chat = desk.start_chat();
    Attendance attendance(desk.service);
    desk.time += std::chrono::hours{1};
    attendance.look();
    CHECK_FALSE(std::get<session::Active>(desk.state(chat).session).left_at);
}

}  // namespace wrapup::server::test
