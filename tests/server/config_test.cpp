#include "server/config.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

Task configured(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "wrapup");
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    return configure(static_cast<int>(argv.size()), argv.data());
}

int exit_status(std::vector<std::string> arguments) {
    const auto result = configured(std::move(arguments));
    const auto* status = std::get_if<ExitStatus>(&result);
    return status ? status->value : -1;
}

}  // namespace

TEST_CASE("without being told otherwise, the server keeps to this machine") {
    const auto result = configured({"serve"});
    const auto& config = std::get<Config>(result);
    CHECK(config.database == "wrapup.db");
    CHECK(config.host == "127.0.0.1");
    CHECK(config.port == 8080);
    CHECK_FALSE(config.demo);
}

TEST_CASE("what the operator asks for is taken over") {
    const auto result = configured({"serve", "--db", "/data/w.db", "--listen", "[::1]:0", "--demo"});
    const auto& config = std::get<Config>(result);
    CHECK(config.database == "/data/w.db");
    CHECK(config.host == "::1");
    CHECK(config.port == 0);
    CHECK(config.demo);
}

TEST_CASE("a policy is printed or put in force, and a report explained") {
    const auto policy = configured({"policy", "new.json", "--db", "w.db"});
    CHECK((std::get<PolicyOptions>(policy).file == "new.json" && std::get<PolicyOptions>(policy).database == "w.db"));
    CHECK(std::get<PolicyOptions>(configured({"policy"})).file.empty());
    const auto explain = configured({"explain", "-", "--at", "5", "--agent", "ana"});
    CHECK((std::get<ExplainOptions>(explain).file == "-" && std::get<ExplainOptions>(explain).at == 5));
    CHECK(std::get<ExplainOptions>(explain).agent == "ana");
    CHECK(std::get<RebuildOptions>(configured({"rebuild", "--db", "w.db"})).database == "w.db");
    const auto backup = configured({"backup", "copy.db", "--db", "w.db"});
    CHECK((std::get<BackupOptions>(backup).file == "copy.db" && std::get<BackupOptions>(backup).database == "w.db"));
    const auto demo = configured({"demo", "--conversations", "300", "--db", "w.db"});
    CHECK((std::get<DemoOptions>(demo).conversations == 300 && std::get<DemoOptions>(demo).database == "w.db"));
    CHECK(exit_status({"explain"}) == 2);
    CHECK(exit_status({"backup"}) == 2);
    CHECK(exit_status({"demo", "--conversations", "0"}) == 2);
    CHECK(exit_status({"explain", "-", "--at", "noon"}) == 2);
}

TEST_CASE("a mistake on the command line ends it with status 2") {
    CHECK(exit_status({}) == 2);
    CHECK(exit_status({"fly"}) == 2);
    CHECK(exit_status({"serve", "--colour"}) == 2);
}

TEST_CASE("an address to listen on that is none is such a mistake") {
    const auto* listen = GENERATE("8080", ":8080", "localhost:", "localhost:http", "localhost:65536", "localhost:-1",
                                  "::1:8080", "[]:8080", "");
    CAPTURE(listen);
    CHECK(exit_status({"serve", "--listen", listen}) == 2);
}

TEST_CASE("a bad address is refused with what is wrong with it") {
    Config config;
    CHECK_THROWS_WITH(set_listen(config, "localhost"), "expected ADDRESS:PORT");
    CHECK_THROWS_WITH(set_listen(config, "localhost:http"), "the port must be a number up to 65535");
    CHECK_THROWS_WITH(set_listen(config, "::1:80"), "an IPv6 address goes in brackets, as in [::1]:8080");
}

TEST_CASE("the version is told and nothing is run") { CHECK(exit_status({"--version"}) == 0); }

}  // namespace wrapup::server::test
