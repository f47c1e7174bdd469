// A real server on a free port, with a real database in a folder of its own, and people who talk to it over HTTP.
#pragma once

#include <sodium.h>

#include <filesystem>
#include <stdexcept>
#include <thread>

#include "server/http/front.hpp"
#include "server/ids.hpp"
#include "server/json_text.hpp"
#include "server/store/event_log.hpp"
#include "server/store/logins.hpp"
#include "server/store/people.hpp"
#include "tests/support/server_json.hpp"

namespace wrapup::server::test {

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("wrapup-test-" + random_id())) {
        std::filesystem::create_directory(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path file(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

struct Response {
    int status = 0;
    httplib::Headers headers;
    std::string text;

    Json json() const { return Json::parse(text); }
    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

// Throws where a check would do, since checks are for the test's own thread only.
inline Response response_of(const httplib::Result& result) {
    if (!result) throw std::runtime_error("the server did not answer");
    return {result->status, result->headers, result->body};
}

// Somebody with a browser and an outbox.
class Person {
public:
    Person(int port, httplib::Headers headers) : port_(port), headers_(std::move(headers)) {}

    Response get(const std::string& path) { return response_of(http().Get(path, headers_)); }
    Response post(const std::string& path, const Json& body) { return post_text(path, body.dump()); }
    Response post_text(const std::string& path, const std::string& body) {
        return response_of(http().Post(path, headers_, body, "application/json"));
    }
    Response put(const std::string& path, const Json& body) {
        return response_of(http().Put(path, headers_, body.dump(), "application/json"));
    }

    // A file, for a message that is still to be written. Returns what is said about it.
    Response bring(const std::string& conversation, const std::string& name, const std::string& bytes) {
        const std::string path = "/api/v1/conversations/" + conversation + "/attachments?name=" + name;
        return response_of(http().Post(path, headers_, bytes, "application/octet-stream"));
    }

    Json me() { return get("/api/v1/me").json().at("me"); }
    std::string id() { return me().at("actor").at("id"); }

    // One more command of the outbox.
    Json command(const std::string& conversation, const std::vector<Json>& steps, Version seen = 1'000'000) {
        return {{"n", ++last_command_}, {"conversation", conversation}, {"seen", seen}, {"steps", steps}, {"at", 0}};
    }
    Json envelope(const std::vector<Json>& commands, std::int64_t after = 0) const {
        return {{"client", client_}, {"rules_id", "any"}, {"after", after}, {"commands", commands}};
    }
    // Sends one command, and returns its outcome.
    Json send(const std::string& conversation, const std::vector<Json>& steps, Version seen = 1'000'000) {
        const Response response = post("/api/v1/commands", envelope({command(conversation, steps, seen)}));
        INFO(response.text);
        REQUIRE(response.status == 200);
        return response.json().at("patch").at("outcomes").at(0);
    }
    void must(const std::string& conversation, const std::vector<Json>& steps) {
        const Json outcome = send(conversation, steps);
        INFO(outcome.dump());
        REQUIRE(outcome.at("code") == "ok");
    }
    // A visitor's new chat. Returns its id.
    std::string starts_chat(const std::string& text, const std::string& site = "shop") {
        const std::string conversation = random_id();
        must(conversation, {{{"type", "start"}, {"site", site}, {"channel", "chat"}, {"customer", id()}},
                            {{"type", "receive"}, {"text", text}}});
        return conversation;
    }

    // Where the server is now; they stay who they are.
    void goes_to(int port) {
        port_ = port;
        http_.reset();
    }

    int port() const { return port_; }
    const httplib::Headers& headers() const { return headers_; }
    const std::string& client() const { return client_; }

private:
    httplib::Client& http() {
        if (!http_) {
            http_ = std::make_unique<httplib::Client>("127.0.0.1", port_);
            http_->set_keep_alive(true);
            http_->set_tcp_nodelay(true);
            http_->set_read_timeout(std::chrono::seconds(60));
        }
        return *http_;
    }

    int port_;
    httplib::Headers headers_;
    std::string client_ = random_id();
    std::int64_t last_command_ = 0;
    std::unique_ptr<httplib::Client> http_;
};

inline Json step(const char* type) { return {{"type", type}}; }
inline Json step(const char* type, const std::string& text) { return {{"type", type}, {"text", text}}; }
inline Json end_if_active() { return {{"type", "end"}, {"if_active", true}}; }

inline constexpr const char* password = "correct horse";

// Signs somebody in without a password. Returns the token.
inline std::string open_login(Connection& connection, const char* agent, Time at = now()) {
    return Logins(connection).open({{random_id()}, {agent}, "a browser", "192.0.2.1", at, at});
}

// The people are Ana, Ben and the supervisor Mia of the shop, and Sam of another site; their addresses are like
// ana@shop.test, and they all have the same password.
class World {
public:
    explicit World(const Connections::Limits& limits = {}, std::string public_url = {})
        : limits_(limits), public_url_(std::move(public_url)) {
        open();
    }
    ~World() { close(); }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // Closes everything, as at the end of the process, and opens it again.
    void restart() {
        close();
        open();
    }

    Service& service() { return *service_; }
    int port() const { return port_; }
    // Where the log ends.
    Position position() {
        const Reading reading(service_->database);
        return EventLog(*reading).position();
    }
    std::filesystem::path database_file() const { return folder_.file("wrapup.db"); }

    Person nobody() { return {port_, {{"X-Wrapup", "1"}}}; }

    Person agent(const std::string& email) {
        const Response login = nobody().post("/api/v1/login", {{"email", email}, {"password", password}});
        REQUIRE(login.status == 204);
        const std::string cookie = login.header("Set-Cookie");
        return {port_, {{"X-Wrapup", "1"}, {"Cookie", cookie.substr(0, cookie.find(';'))}}};
    }
    Person ana() { return agent("ana@shop.test"); }
    Person ben() { return agent("ben@shop.test"); }
    Person mia() { return agent("mia@shop.test"); }
    Person sam() { return agent("sam@elsewhere.test"); }

    Person visitor(const std::string& site = "shop") {
        const Response arrival =
            nobody().post("/api/v1/visitors", {{"site", site}, {"page", "/coffee"}, {"locale", "en"}});
        REQUIRE(arrival.status == 201);
        return {port_, {{"Authorization", "Bearer " + arrival.json().at("token").get<std::string>()}}};
    }

private:
    void open() {
        REQUIRE(sodium_init() >= 0);
        service_ = std::make_unique<Service>(database_file());
        furnish();
        front_ = std::make_unique<Front>(*service_, Pages{0, true, public_url_}, limits_);
        port_ = front_->bind("127.0.0.1", 0).value();
        server_ = std::thread([this] { front_->serve(); });
        while (!httplib::Client("127.0.0.1", port_).Get("/nothing")) std::this_thread::yield();
    }

    void close() {
        front_->stop();
        server_.join();
        front_.reset();
        service_.reset();
    }

    void furnish() {
        Writing writing(service_->database);
        People people(*writing);
        if (people.site({"shop"})) return;
        people.put_site({{"shop"}, "Shop", {"https://shop.test"}});
        people.put_site({{"elsewhere"}, "Elsewhere", {}});
        const std::string hash = service_->passwords.hash(password);
        const auto hire = [&](const char* id, Role role, const char* site) {
            const std::string email = std::string(id) + '@' + site + ".test";
            people.add_agent({{role, id, {{site}}, {}}, id, email}, hash);
        };
        hire("ana", Role::agent, "shop");
        hire("ben", Role::agent, "shop");
        hire("mia", Role::supervisor, "shop");
        hire("sam", Role::agent, "elsewhere");
        writing.commit();
    }

    const Connections::Limits limits_;
    const std::string public_url_;
    Folder folder_;
    std::unique_ptr<Service> service_;
    std::unique_ptr<Front> front_;
    std::thread server_;
    int port_ = 0;
};

}  // namespace wrapup::server::test
