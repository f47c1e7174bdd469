#include "server/store/api_tokens.hpp"

#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

const Time today{Milliseconds{1'700'000'000'000}};
constexpr std::chrono::hours day{24};

struct Store {
    Store() : database(folder.file("w.db")), writing(database) { People(*writing).put_site({{"shop"}, "Shop", {}}); }
    ApiTokens tokens() { return ApiTokens(*writing); }
    std::string open(const char* id, std::optional<Time> expires_at = {}) {
        return tokens().open({{id}, {"shop"}, "crm", today, expires_at});
    }

    Folder folder;
    Database database;
    Writing writing;
};

}  // namespace

TEST_CASE("an API token has 256 bits behind a name of its own, and each is another") {
    Store store;
    const std::string one = store.open("one"), other = store.open("other");
    CHECK(one != other);
    CHECK(one.substr(0, 7) == "wrapup_");
    CHECK(is_token(one.substr(7)));
    CHECK(ApiTokens::is_api_token(one));
    for (const std::string& none : {std::string(), std::string("wrapup_"), one.substr(7), one + "x", "x" + one,
                                    one.substr(0, one.size() - 1) + '=', "WRAPUP_" + one.substr(7)}) {
        CAPTURE(none);
        CHECK_FALSE(ApiTokens::is_api_token(none));
    }
}

TEST_CASE("who shows an API token is told whose it is, until it expires or is revoked") {
    Store store;
    const std::string for_ever = store.open("one"), for_a_day = store.open("other", today + day);
    const auto found = store.tokens().shown_as(for_a_day, today + day - Milliseconds{1});
    REQUIRE(found);
    CHECK((found->id.value == "other" && found->site.value == "shop" && found->name == "crm"));
    CHECK((found->created_at == today && found->expires_at == today + day));
    CHECK_FALSE(store.tokens().shown_as(for_a_day, today + day));
    CHECK_FALSE(store.tokens().shown_as(for_a_day.substr(7), today));
    CHECK(store.tokens().shown_as(for_ever, today + 10'000 * day)->expires_at == std::nullopt);
    CHECK(store.tokens().revoke({"one"}));
    CHECK_FALSE(store.tokens().revoke({"one"}));
    CHECK_FALSE(store.tokens().shown_as(for_ever, today));
    CHECK(store.tokens().all().size() == 1);
}

TEST_CASE("an API token is stored as its SHA-256 only") {
    Store store;
    const std::string token = store.open("one");
    Query query = (*store.writing).query("SELECT token_hash, hex(token_hash) FROM api_tokens");
    REQUIRE(query.next());
    CHECK(query.text(0) == hash_of_token(token));
    CHECK(query.text(1).size() == 64);
}

}  // namespace wrapup::server::test
