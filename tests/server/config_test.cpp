#include "server/config.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sstream>

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

// What goes to standard error while it lives.
class Complaints {
public:
    Complaints() : before_(std::cerr.rdbuf(text_.rdbuf())) {}
    ~Complaints() { std::cerr.rdbuf(before_); }
    Complaints(const Complaints&) = delete;
    Complaints& operator=(const Complaints&) = delete;
    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
    std::streambuf* before_;
};

std::string option_of(const LimitRow& row) {
    std::string name = "--" + std::string(row.name);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string variable_of(const LimitRow& row) {
    std::string name = "WRAPUP_" + std::string(row.name);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
    return name;
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

TEST_CASE("every limit has its default, and is told by option or by variable, the option first") {
    for (const LimitRow& row : limit_table) {
        CAPTURE(row.name);
        const auto limit_with = [&](const std::vector<std::string>& arguments) {
            return std::get<Config>(configured(arguments)).limits.*row.value;
        };
        const std::string option = option_of(row), variable = variable_of(row);
        const std::size_t other = row.least + 1;
        CHECK(limit_with({"serve"}) == row.usual);
        CHECK(limit_with({"serve", option, std::to_string(other)}) == other);
        ::setenv(variable.c_str(), std::to_string(row.least).c_str(), 1);
        CHECK(limit_with({"serve"}) == row.least);
        CHECK(limit_with({"serve", option, std::to_string(row.most)}) == row.most);
        ::unsetenv(variable.c_str());
    }
}

TEST_CASE("a limit out of its range, or no number, is refused at the start by its name") {
    for (const LimitRow& row : limit_table) {
        const std::string option = option_of(row), variable = variable_of(row);
        for (const std::string& bad : {std::to_string(row.least - 1), std::to_string(row.most + 1), std::string("many"),
                                       std::string("5 "), std::string("-1"), std::string("99999999999999999999")}) {
            CAPTURE(option, bad);
            const Complaints complaints;
            CHECK(exit_status({"serve", option + '=' + bad}) == 2);
            CHECK(complaints.text().find(option + ": expected a number from ") != std::string::npos);
        }
        const Complaints complaints;
        ::setenv(variable.c_str(), "many", 1);
        CHECK(exit_status({"serve"}) == 2);
        ::unsetenv(variable.c_str());
        CHECK(complaints.text().find(option) != std::string::npos);
    }
}

TEST_CASE("the proxies to trust are told one by one, and what is no address is refused") {
    const auto result = configured({"serve", "--trusted-proxy", "10.0.0.0/8", "--trusted-proxy", "::1"});
    const auto& proxies = std::get<Config>(result).proxies;
    CHECK(proxies.trusts(*address_from("10.1.2.3")));
    CHECK(proxies.trusts(*address_from("::1")));
    CHECK_FALSE(proxies.trusts(*address_from("11.1.2.3")));
    const Complaints complaints;
    CHECK(exit_status({"serve", "--trusted-proxy", "10.0.0.0/33"}) == 2);
    CHECK(complaints.text().find("--trusted-proxy") != std::string::npos);
}

TEST_CASE("a mail server is told by option or by variable, but its password by no option") {
    const auto result =
        configured({"serve", "--smtp-url", "smtp://mail.shop.test:587", "--mail-from", "chat@shop.test"});
    const auto& mail = std::get<Config>(result).mail;
    CHECK(mail.enabled());
    CHECK((mail.url == "smtp://mail.shop.test:587" && mail.from == "chat@shop.test" && mail.user.empty()));
    CHECK_FALSE(std::get<Config>(configured({"serve"})).mail.enabled());
    ::setenv("WRAPUP_SMTP_URL", "smtps://[::1]:465", 1);
    ::setenv("WRAPUP_MAIL_FROM", "chat@shop.test", 1);
    ::setenv("WRAPUP_SMTP_USER", "wrapup", 1);
    ::setenv("WRAPUP_SMTP_PASSWORD", "secret", 1);
    const auto by_variable = std::get<Config>(configured({"serve"})).mail;
    const Complaints complaints;
    CHECK(exit_status({"serve", "--smtp-password", "secret"}) == 2);
    for (const char* name : {"WRAPUP_SMTP_URL", "WRAPUP_MAIL_FROM", "WRAPUP_SMTP_USER", "WRAPUP_SMTP_PASSWORD"})
        ::unsetenv(name);
    CHECK((by_variable.url == "smtps://[::1]:465" && by_variable.user == "wrapup" && by_variable.password == "secret"));
}

TEST_CASE("mail is encrypted unless the mail server is on this machine, or the operator says otherwise") {
    using Security = MailOptions::Security;
    const auto security = [](const char* url, bool plaintext = false) {
        return MailOptions{url, "", "", "chat@shop.test", plaintext}.security();
    };
    for (const char* here : {"smtp://127.0.0.1:25", "smtp://127.8.8.8:25", "smtp://localhost:25", "smtp://[::1]:25"})
        CHECK(security(here) == Security::none);
    for (const char* elsewhere : {"smtp://mail.shop.test:25", "smtp://127.0.0.1.shop.test:25", "smtp://128.0.0.1:25"}) {
        CHECK(security(elsewhere) == Security::starttls);
        CHECK(security(elsewhere, true) == Security::none);
    }
    for (const char* url : {"smtps://127.0.0.1:465", "smtps://mail.shop.test:465"}) {
        CHECK(security(url) == Security::encrypted);
        CHECK(security(url, true) == Security::encrypted);
    }
}

TEST_CASE("what is wrong with how mail is to be sent is refused at the start by its name, and no password repeated") {
    const std::string good = "--smtp-url=smtp://mail.shop.test:587", from = "--mail-from=chat@shop.test";
    const auto complaint_about = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "serve");
        const Complaints complaints;
        CHECK(exit_status(arguments) == 2);
        return complaints.text();
    };
    for (const char* bad : {"mail.shop.test:587", "http://mail.shop.test:587", "smtp://mail.shop.test", "smtp://:587",
                            "smtp://mail.shop.test:0", "smtp://mail.shop.test:65536", "smtp://mail.shop.test:587/x",
                            "smtp://mail shop:587", "smtp://wrapup:secret@mail.shop.test:587", "smtp://a\r\nb:587"}) {
        CAPTURE(bad);
        const std::string complaint = complaint_about({std::string("--smtp-url=") + bad, from});
        CHECK(complaint.find("--smtp-url: ") != std::string::npos);
        CHECK(complaint.find("secret") == std::string::npos);
    }
    for (const char* bad : {"chat", "chat@localhost", "Shop <chat@shop.test>", "a@shop.test,b@shop.test"})
        CHECK(complaint_about({good, std::string("--mail-from=") + bad}).find("--mail-from: ") != std::string::npos);
    CHECK(complaint_about({good}).find("--smtp-url: is of no use without --mail-from") != std::string::npos);
    CHECK(complaint_about({from}).find("--mail-from: is of no use without --smtp-url") != std::string::npos);
    CHECK(complaint_about({"--smtp-plaintext"}).find("--smtp-plaintext: is of no use") != std::string::npos);
    CHECK(complaint_about({good, from, "--smtp-user=wrapup"}).find("--smtp-user: is of no use without WRAPUP_SMTP") !=
          std::string::npos);
    CHECK(complaint_about({good, from, "--smtp-user=wrap\nup"}).find("--smtp-user: ") != std::string::npos);
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

TEST_CASE("tokens are added, listed and revoked, and what is missing or out of range is a mistake") {
    const auto options = [](const std::vector<std::string>& arguments) {
        return std::get<TokenOptions>(configured(arguments));
    };
    const TokenOptions add =
        options({"tokens", "add", "shop system", "--site", "shop", "--days", "90", "--db", "w.db"});
    CHECK((add.task == TokenOptions::Task::add && add.name == "shop system" && add.site == "shop"));
    CHECK((add.days == 90 && add.database == "w.db"));
    CHECK_FALSE(options({"tokens", "add", "x", "--site", "shop"}).days);
    CHECK(options({"tokens", "list"}).task == TokenOptions::Task::list);
    CHECK(options({"tokens", "list"}).database == "wrapup.db");
    const TokenOptions revoke = options({"tokens", "revoke", "abc", "--db", "w.db"});
    CHECK((revoke.task == TokenOptions::Task::revoke && revoke.id == "abc" && revoke.database == "w.db"));
    const Complaints complaints;
    for (const std::vector<std::string>& mistake :
         std::vector<std::vector<std::string>>{{"tokens"},
                                               {"tokens", "add", "x"},
                                               {"tokens", "add", "--site", "shop"},
                                               {"tokens", "add", "x", "--site", "shop", "--days", "0"},
                                               {"tokens", "add", "x", "--site", "shop", "--days", "3651"},
                                               {"tokens", "revoke"},
                                               {"tokens", "list", "x"}})
        CHECK(exit_status(mistake) == 2);
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
