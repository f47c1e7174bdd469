#include "server/token_desk.hpp"

#include <sstream>

#include "server/control.hpp"
#include "server/store/api_tokens.hpp"
#include "server/token_commands.hpp"
#include "tests/support/server_desk.hpp"

namespace wrapup::server::test {
namespace {

struct Said {
    int status = -1;
    std::string out, complaints;
};

// A database with the sites shop and elsewhere, and whoever types commands at it.
struct Console {
    Console() {
        Database database(file());
        add_everybody(database);
    }
    std::filesystem::path file() const { return folder.file("w.db"); }

    Said run(const TokenOptions& options) const {
        std::ostringstream out, complaints;
        const int status = run_tokens(options, out, complaints);
        return {status, out.str(), complaints.str()};
    }
    Said add(const std::string& name, const std::string& site = "shop", std::optional<int> days = {}) const {
        return run({file(), TokenOptions::Task::add, name, site, days, {}});
    }
    Said list() const { return run({file(), TokenOptions::Task::list, {}, {}, {}, {}}); }
    Said revoke(const std::string& id) const { return run({file(), TokenOptions::Task::revoke, {}, {}, {}, id}); }

    Folder folder;
};

std::vector<ApiToken> tokens_in(Database& database) {
    const Reading reading(database);
    return ApiTokens(*reading).all();
}

// All that can be done with tokens.
void go_through(const Console& console) {
    const Said added = console.add("shop system", "shop", 30);
    CHECK(added.status == 0);
    REQUIRE(added.out.size() > 1);
    CHECK(ApiTokens::is_api_token(added.out.substr(0, added.out.size() - 1)));
    CHECK(console.add("for ever", "elsewhere").status == 0);

    const Said listed = console.list();
    CHECK(listed.status == 0);
    const std::string id = listed.out.substr(0, id_length);
    CHECK(is_id(id));
    CHECK(added.complaints.find(id) != std::string::npos);
    CHECK(listed.out.find("  shop  shop system  made ") != std::string::npos);
    CHECK(listed.out.find(", expires ") < listed.out.find(", never expires"));
    CHECK(listed.out.find("wrapup_") == std::string::npos);

    CHECK(console.revoke(id).out == id + " is revoked\n");
    CHECK(console.list().out.find(id) == std::string::npos);
    CHECK(console.revoke(id).status == 1);
    CHECK(console.revoke(id).complaints == "wrapup: id: there is no such token\n");
    CHECK(console.add("x", "nowhere").complaints == "wrapup: site: there is no such site\n");
    CHECK(console.add("", "shop").complaints == "wrapup: name: expected a name\n");
    CHECK(console.add("two\nlines", "shop").complaints == "wrapup: name: expected a name\n");
    CHECK(console.add(std::string(101, 'x'), "shop").complaints == "wrapup: name: too long\n");
    CHECK(console.add("x", "shop", 0).complaints == "wrapup: days: out of range\n");
    CHECK(console.add("x", "shop", token_days_max + 1).status == 1);
}

}  // namespace

TEST_CASE("tokens are added, listed and revoked where no server runs") {
    const Console console;
    CHECK(console.list().out == "There are no tokens.\n");
    go_through(console);
}

TEST_CASE("tokens are added, listed and revoked by the server that is using the database") {
    const Console console;
    Database database(console.file());
    const Control control(database);
    go_through(console);
    REQUIRE(tokens_in(database).size() == 1);
    CHECK(tokens_in(database).at(0).name == "for ever");
}

TEST_CASE("a token lasts as many days as it is told to") {
    const Console console;
    console.add("a", "shop", 30);
    console.add("b", "shop");
    Database database(console.file());
    for (const ApiToken& token : tokens_in(database)) {
        if (token.name == "a") CHECK(token.expires_at == token.created_at + std::chrono::hours{30 * 24});
        if (token.name == "b") CHECK_FALSE(token.expires_at);
    }
}

TEST_CASE("there are a hundred tokens at most, and their list comes whole from a running server") {
    const Console console;
    Database database(console.file());
    const Json request{{"name", std::string(ApiToken::name_bytes_max, '"')}, {"site", "shop"}, {"days", 1}};
    for (std::int64_t i = 0; i < ApiTokens::tokens_max; ++i) add_token(database, request, now());
    CHECK_THROWS_AS(add_token(database, request, now()), Malformed);
    for (const ApiToken& token : tokens_in(database)) CHECK(token.id.value.front() != '-');
    const Control control(database);
    const Said listed = console.list();
    CHECK(listed.status == 0);
    CHECK(std::count(listed.out.begin(), listed.out.end(), '\n') == ApiTokens::tokens_max);
    CHECK(console.add("x").complaints == "wrapup: tokens: there are too many; revoke some\n");
}

TEST_CASE("a database that is not there is not made by asking for its tokens") {
    const Folder folder;
    std::ostringstream out, complaints;
    TokenOptions options;
    options.database = folder.file("typo.db");
    CHECK_THROWS_AS(run_tokens(options, out, complaints), Unusable);
    CHECK_FALSE(std::filesystem::exists(folder.file("typo.db")));
}

}  // namespace wrapup::server::test
