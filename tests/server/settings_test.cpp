#include "server/settings.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "server/config.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

// Of what the program is told, what it takes and what it says.
struct Told {
    Task task;
    std::string out, complaints;

    const Config& config() const { return std::get<Config>(task); }
    int status() const {
        const auto* exit = std::get_if<ExitStatus>(&task);
        return exit == nullptr ? -1 : exit->value;
    }
};

Told told(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"wrapup", "serve"});
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    std::ostringstream out, complaints;
    std::streambuf* const out_before = std::cout.rdbuf(out.rdbuf());
    std::streambuf* const complaints_before = std::cerr.rdbuf(complaints.rdbuf());
    Task task = configure(static_cast<int>(argv.size()), argv.data());
    std::cout.rdbuf(out_before);
    std::cerr.rdbuf(complaints_before);
    return {std::move(task), out.str(), complaints.str()};
}

// A file of settings, and a variable of the environment while it lives.
struct Settled {
    explicit Settled(const std::string& text) { std::ofstream(folder.file("w.conf")) << text; }
    Folder folder;
    std::string path = folder.file("w.conf").string();
};
struct Variable {
    Variable(const char* name_, const char* value) : name(name_) { ::setenv(name, value, 1); }
    ~Variable() { ::unsetenv(name); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    const char* name;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a flag comes before the environment, that before the file, and that before the default") {
    const Settled file("streams-max = 100\nheader-seconds-max = 3\n# a comment\n\nbody-seconds-max=7 # seconds\n");
    const Variable streams("WRAPUP_STREAMS_MAX", "200"), header("WRAPUP_HEADER_SECONDS_MAX", "4");
    const Limits limits = told({"--config", file.path, "--streams-max", "300"}).config().limits;
    CHECK(limits.streams_max == 300);
    CHECK(limits.header_seconds_max == 4);
    CHECK(limits.body_seconds_max == 7);
    CHECK(limits.connections_max == Limits().connections_max);
}

TEST_CASE("the file may be named by the environment, and say whatever a flag may") {
    const Settled file(
        "db = \"/data/my # file.db\"\nlisten = [::1]:9000\ndemo = true\nlog-format = json\n"
        "trusted-proxy = 10.0.0.0/8, ::1\naccess-log = true\nmetrics-token = 0123456789abcdef\n");
    const Variable named("WRAPUP_CONFIG", file.path.c_str());
    const Told result = told({});
    const Config& config = result.config();
    CHECK(config.database == "/data/my # file.db");
    CHECK((config.host == "::1" && config.port == 9000 && config.demo));
    CHECK((config.keeping.log.format == LogFormat::json && config.keeping.log.requests));
    CHECK(config.keeping.metrics_token == "0123456789abcdef");
    CHECK((config.proxies.trusts(*address_from("10.1.2.3")) && config.proxies.trusts(*address_from("::1"))));
}

TEST_CASE("what a file says wrongly is refused at the start, naming the file, the line and the key") {
    struct Wrong {
        const char* text;
        const char* complaint;
    };
    const auto [text, complaint] = GENERATE(
        Wrong{"\nstream-max = 5\n", ", line 2: there is no setting 'stream-max'"},
        Wrong{"config = x\n", ", line 1: there is no setting 'config'"},
        Wrong{"streams-max\n", ", line 1: expected KEY = VALUE"}, Wrong{"[serve]\n", ", line 1: expected KEY = VALUE"},
        Wrong{"db =\n", ", line 1: 'db' has no value"}, Wrong{"db = a\ndb = b\n", ", line 2: 'db' was told in line 1"});
    CAPTURE(text);
    const Settled file(text);
    const Told result = told({"--config", file.path});
    CHECK(result.status() == 2);
    CHECK(result.complaints == "wrapup: " + file.path + complaint + "\n");
    const Told missing = told({"--config", file.path + ".not"});
    CHECK(missing.complaints == "wrapup: " + file.path + ".not: it cannot be read\n");
}

TEST_CASE("a bad value is refused naming the option, and where it was told") {
    const Settled file("streams-max = many\n");
    const Told by_file = told({"--config", file.path});
    CHECK(by_file.status() == 2);
    CHECK(has(by_file.complaints, "--streams-max: expected a number from 1 to 20000, not 'many'"));
    CHECK(has(by_file.complaints, "(from " + file.path + ", line 1)"));
    const Variable variable("WRAPUP_LOG_FORMAT", "xml");
    const Told by_variable = told({});
    CHECK(by_variable.status() == 2);
    CHECK(has(by_variable.complaints, "--log-format: expected one of text, json, not 'xml'"));
    CHECK(has(by_variable.complaints, "(from environment, WRAPUP_LOG_FORMAT)"));
}

TEST_CASE("a secret is taken from the environment or the file, and refused where it is typed, without repeating it") {
    const std::string mail = "smtp-url = smtp://localhost:25\nmail-from = chat@shop.test\nsmtp-user = wrapup\n";
    const Settled without(mail), with(mail + "smtp-password = CANARY-1\n");
    CHECK(told({"--config", with.path}).config().mail.password == "CANARY-1");
    const Variable variable("WRAPUP_SMTP_PASSWORD", "CANARY-2");
    CHECK(told({"--config", without.path}).config().mail.password == "CANARY-2");
    const Told printed = told({"--config", with.path, "--print-config"});
    CHECK(has(printed.out, "smtp-password = (not shown)  # environment, WRAPUP_SMTP_PASSWORD\n"));
    CHECK(has(printed.out, "smtp-user = wrapup  # " + with.path + ", line 3\n"));
    CHECK_FALSE(has(printed.out, "CANARY"));
    for (const std::string secret : {"--smtp-password", "--metrics-token"}) {
        const Told typed = told({"--config", without.path, secret + "=CANARY-0123456789"});
        CHECK(typed.status() == 2);
        CHECK(has(typed.complaints, "wrapup: " + secret + ": what is typed is seen by everybody on this machine"));
        CHECK_FALSE(has(typed.complaints, "CANARY"));
    }
}

TEST_CASE("every setting is printed with where it came from, as a file that says the same, and no secret is shown") {
    const Settled file("metrics-token = CANARY-0123456789\nlisten = 127.0.0.1:9000\ntrusted-proxy = 10.0.0.1, ::1\n");
    const Variable variable("WRAPUP_STREAMS_MAX", "200");
    const Told printed = told({"--config", file.path, "--demo", "--print-config"});
    CHECK(printed.status() == 0);
    CAPTURE(printed.out);
    CHECK(has(printed.out, "listen = 127.0.0.1:9000  # " + file.path + ", line 2\n"));
    CHECK(has(printed.out, "trusted-proxy = 10.0.0.1, ::1  # " + file.path + ", line 3\n"));
    CHECK(has(printed.out, "streams-max = 200  # environment, WRAPUP_STREAMS_MAX\n"));
    CHECK(has(printed.out, "demo = true  # flag\n"));
    CHECK(has(printed.out, "access-log = false  # default\n"));
    CHECK(has(printed.out, "db = wrapup.db  # default\n"));
    CHECK(has(printed.out, "metrics-token = (not shown)  # " + file.path + ", line 1\n"));
    CHECK_FALSE(has(printed.out, "CANARY"));
    const Settled again(printed.out);
    CHECK(told({"--config", again.path}).config().port == 9000);
}

}  // namespace wrapup::server::test
