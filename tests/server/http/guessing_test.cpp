// Passwords that are guessed, and those that would be.
#include "server/common_passwords.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

constexpr Ticks at{std::chrono::hours(1)};
constexpr std::chrono::minutes minute{1};

Connections::Limits few() {
    Connections::Limits limits;
    limits.logins_per_account_max = 3;
    limits.logins_per_address_max = 5;
    limits.logins_per_device_max = 2;
    limits.proxies.trust(Network::from("127.0.0.1").value());
    return limits;
}

Response guess(World& world, const std::string& email, const std::string& from, const char* with = "wrong",
               const std::string& cookie = {}) {
    httplib::Headers headers{{"X-Wrapup", "1"}, {"X-Forwarded-For", from}};
    if (!cookie.empty()) headers.emplace("Cookie", cookie);
    return Person(world.port(), headers).post("/api/v1/login", {{"email", email}, {"password", with}});
}

}  // namespace

TEST_CASE("a bucket is full at first, and filled by one at a time") {
    Throttle throttle(3, std::chrono::minutes(3));
    for (int i = 0; i < 3; ++i) CHECK_FALSE(throttle.take("a", at));
    CHECK(throttle.take("a", at) == std::chrono::milliseconds(minute));
    CHECK(throttle.take("a", at + std::chrono::seconds(20)) == std::chrono::seconds(40));
    CHECK_FALSE(throttle.take("b", at));
    CHECK_FALSE(throttle.take("a", at + minute));
    CHECK(throttle.take("a", at + minute));
    throttle.give_back("a");
    CHECK_FALSE(throttle.take("a", at + minute));
    for (int i = 0; i < 3; ++i) CHECK_FALSE(throttle.take("a", at + std::chrono::hours(1)));
    CHECK(throttle.take("a", at + std::chrono::hours(1)));
}

TEST_CASE("a throttle remembers no more than it may") {
    Throttle throttle(1, minute);
    for (std::size_t i = 0; i < 3 * Throttle::keys_max; ++i) throttle.take(std::to_string(i), at);
    CHECK_FALSE(throttle.take("somebody new", at));
}

TEST_CASE("who guesses at an account is slowed down, and told for how long; others are not") {
    World world(few());
    for (int i = 0; i < 3; ++i) CHECK(guess(world, "ana@shop.test", "192.0.2." + std::to_string(i)).status == 401);
    const Response refused = guess(world, "ANA@shop.test", "192.0.2.9", password);
    CHECK(refused.status == 429);
    CHECK(std::stoi(refused.header("Retry-After")) > 60);
    CHECK(guess(world, "ben@shop.test", "192.0.2.9", password).status == 204);
    const auto before = world.service().passwords.verified();
    CHECK(guess(world, "ana@shop.test", "192.0.2.9").status == 429);
    CHECK(world.service().passwords.verified() == before);
}

TEST_CASE("an account that nobody has is slowed down like one that somebody has") {
    World world(few());
    for (int i = 0; i < 3; ++i) CHECK(guess(world, "nobody@shop.test", "192.0.2." + std::to_string(i)).status == 401);
    CHECK(guess(world, "nobody@shop.test", "192.0.2.9").status == 429);
}

TEST_CASE("who guesses from one address is slowed down, also from all over a network of IPv6") {
    World world(few());
    for (int i = 0; i < 5; ++i)
        CHECK(guess(world, std::to_string(i), "2001:db8:0:1::" + std::to_string(i)).status == 401);
    CHECK(guess(world, "6", "2001:db8:0:1:ffff::1").status == 429);
    CHECK(guess(world, "6", "2001:db8:0:2::1").status == 401);
}

TEST_CASE("guessing locks nobody out of a browser that has signed in before") {
    World world(few());
    const Response first = guess(world, "ana@shop.test", "192.0.2.1", password);
    REQUIRE(first.status == 204);
    std::string device;
    for (const auto& [name, value] : first.headers)
        if (value.starts_with("wrapup_device=")) device = value.substr(0, value.find(';'));
    REQUIRE_FALSE(device.empty());
    for (int i = 0; i < 6; ++i) guess(world, "ana@shop.test", "192.0.2.1");
    CHECK(guess(world, "ana@shop.test", "192.0.2.1", password).status == 429);
    CHECK(guess(world, "ana@shop.test", "192.0.2.1", password, device).status == 204);
    CHECK(guess(world, "ana@shop.test", "192.0.2.1", password, "wrapup_device=" + random_token()).status == 429);

    for (int i = 0; i < 2; ++i) CHECK(guess(world, "ana@shop.test", "192.0.2.1", "wrong", device).status == 401);
    CHECK(guess(world, "ana@shop.test", "192.0.2.1", password, device).status == 429);
    CHECK(guess(world, "ben@shop.test", "192.0.2.7", password, device).status == 204);
}

TEST_CASE("right passwords slow nobody down") {
    World world(few());
    for (int i = 0; i < 8; ++i) CHECK(guess(world, "ana@shop.test", "192.0.2.1", password).status == 204);
}

TEST_CASE("the current password is guessed no faster than at the door") {
    World world(few());
    Person ana = world.ana();
    const Json wrong{{"current", "wrong"}, {"password", "a good long one"}};
    for (int i = 0; i < 3; ++i) CHECK(ana.post("/api/v1/me/password", wrong).status == 403);
    CHECK(ana.post("/api/v1/me/password", wrong).status == 429);
}

TEST_CASE("only so many passwords are looked at or wait at a time; whoever comes then is told to come back") {
    World world;
    std::vector<std::thread> crowd;
    std::atomic<int> busy = 0, wrong = 0, other = 0;
    constexpr int people = 24;
    for (int i = 0; i < people; ++i)
        crowd.emplace_back([&, i] {
            const int status = guess(world, std::to_string(i), "192.0.2.1").status;
            ++(status == 503 ? busy : status == 401 ? wrong : other);
        });
    for (std::thread& one : crowd) one.join();
    CHECK(other.load() == 0);
    CHECK(wrong.load() >= Passwords::at_a_time_max);
    CHECK(busy.load() + wrong.load() == people);
    CHECK(guess(world, "ana@shop.test", "192.0.2.1", password).status == 204);
}

TEST_CASE("passwords that are guessed first are not taken") {
    for (const char* common : {"1234567890", "Password123", "QWERTYUIOP", "aaaaaaaaaaaaaaa", "abababababab"}) {
        CAPTURE(common);
        CHECK(is_common_password(common));
    }
    CHECK_FALSE(is_common_password(password));
    World world;
    const Json form{{"current", password}, {"password", "Password123"}};
    CHECK(world.ana().post("/api/v1/me/password", form).json().at("field") == "password");
}

}  // namespace wrapup::server::test
