#include "server/http/front.hpp"

#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {

TEST_CASE("what is not there is not found, and what is there takes only its methods") {
    World world;
    Person nobody = world.nobody();
    const Response missing = nobody.get("/api/v1/nothing");
    CHECK(missing.status == 404);
    CHECK(missing.header("Content-Type") == "application/problem+json");
    CHECK(missing.json().at("status") == 404);
    for (const char* path : {"/api/v1/conversations/", "/api/v1/me/", "/API/v1/me", "//", "/dashboard/"})
        CHECK(nobody.get(path).status == 404);

    httplib::Client http("127.0.0.1", world.port());
    const Response wrong = response_of(http.Delete("/api/v1/me"));
    CHECK(wrong.status == 405);
    CHECK(wrong.header("Allow") == "GET");
    CHECK(response_of(http.Get("/api/v1/login")).header("Allow") == "POST");
    CHECK(response_of(http.Put("/api/v1/login", "{}", "application/json")).status == 405);
    CHECK(response_of(http.Options("/api/v1/login")).status == 405);
    CHECK(response_of(http.Head("/login")).status == 200);
}

TEST_CASE("who is not signed in is told so wherever somebody is asked for") {
    World world;
    Person nobody = world.nobody();
    for (const char* path : {"/api/v1/me", "/api/v1/inbox?view=open", "/api/v1/conversations", "/api/v1/stream",
                             "/api/v1/conversations/x"}) {
        CAPTURE(path);
        CHECK(nobody.get(path).status == 401);
    }
    CHECK(nobody.post("/api/v1/commands", Json::object()).status == 401);
}

TEST_CASE("a body larger than the limit is refused, and so is one that does not say its length") {
    World world;
    Person visitor = world.visitor();
    constexpr std::size_t body_bytes_max = Limits{}.body_bytes_max;
    CHECK(visitor.post_text("/api/v1/commands", std::string(body_bytes_max, ' ')).status == 400);
    CHECK(visitor.post_text("/api/v1/commands", std::string(body_bytes_max + 1, ' ')).status == 413);

    httplib::Client http("127.0.0.1", world.port());
    std::size_t sent = 0;
    const auto chunks = [&](std::size_t, httplib::DataSink& sink) {
        const std::string chunk(64 * 1024, ' ');
        sink.write(chunk.data(), chunk.size());
        sent += chunk.size();
        if (sent > 2 * body_bytes_max) sink.done();
        return true;
    };
    const Response chunked = response_of(http.Post("/api/v1/commands", visitor.headers(), chunks, "application/json"));
    CHECK(chunked.status == 411);
    CHECK(chunked.json().at("status") == 411);

    http.set_compress(true);
    const Response bomb =
        response_of(http.Post("/api/v1/commands", visitor.headers(), std::string(50'000'000, ' '), "application/json"));
    CHECK(bomb.status == 415);
}

TEST_CASE("a body must say that it is JSON") {
    World world;
    httplib::Client http("127.0.0.1", world.port());
    const httplib::Headers headers{{"X-Wrapup", "1"}};
    const char* login = R"({"email": "ana@shop.test", "password": "correct horse"})";
    const auto status_as = [&](const char* type) {
        return response_of(http.Post("/api/v1/login", headers, login, type)).status;
    };
    CHECK(status_as("application/json; charset=utf-8") == 204);
    CHECK(status_as("text/plain") == 415);
    CHECK(status_as("application/x-www-form-urlencoded") == 415);
    CHECK(status_as("application/jsonx") == 415);
    CHECK(
        response_of(http.Post("/api/v1/login", headers, httplib::MultipartFormDataItems{{"a", "b", "", ""}})).status ==
        415);
}

TEST_CASE("an address that is too long is refused") {
    World world;
    CHECK(world.nobody().get("/login?x=" + std::string(3'000, 'x')).status == 414);
    CHECK(world.nobody().get("/login?x=" + std::string(1'000, 'x')).status == 200);
}

TEST_CASE("answers are whole, whatever range is asked for") {
    World world;
    Person greedy(world.port(), {{"Range", "bytes=0-1,2-3,4-5"}});
    const Response page = greedy.get("/login");
    CHECK(page.status == 200);
    CHECK(page.text == "<title>dashboard</title>");
}

TEST_CASE("a connection lives on for as many requests as it was promised, and longer") {
    World world;
    RawClient client(world.port());
    const auto one_more = [&] {
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        return client.answer();
    };
    const std::string first = one_more();
    const std::size_t promise = first.find("Keep-Alive: timeout=60, max=");
    REQUIRE(promise != std::string::npos);
    const int promised = std::stoi(first.substr(promise + 28));
    CHECK(promised >= 1'000);
    int answered = 1;
    while (answered < promised + 10 && one_more().find(" 302 ") != std::string::npos) ++answered;
    CHECK(answered == promised + 10);
}

TEST_CASE("a port that is taken is not shared") {
    World world;
    const Folder folder;
    Service service(folder.file("w.db"));
    Front second(service, {});
    CHECK_FALSE(second.bind("127.0.0.1", world.port()));
}

TEST_CASE("a fault is told by a number only, and the server goes on") {
    World world;
    Person ana = world.ana();
    const auto rename = [&](const char* sql) {
        Writing writing(world.service().database);
        (*writing).run(sql);
        writing.commit();
    };
    rename("ALTER TABLE inbox RENAME TO hidden");
    const Response fault = ana.get("/api/v1/inbox?view=open");
    CHECK(fault.status == 500);
    CHECK(fault.text.find("inbox") == std::string::npos);
    CHECK(fault.header("X-Content-Type-Options") == "nosniff");
    rename("ALTER TABLE hidden RENAME TO inbox");
    CHECK(ana.get("/api/v1/me").status == 200);
}

}  // namespace wrapup::server::test
