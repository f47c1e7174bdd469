// What browsers are told with every answer of every route, also with those that the server gives by itself.
#include "server/http/routes.hpp"
#include "tests/support/raw_client.hpp"
#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

void check_headers(const Response& answer) {
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Referrer-Policy") == "no-referrer");
    CHECK(answer.header("Permissions-Policy").find("camera=()") != std::string::npos);
    const std::string policy = answer.header("Content-Security-Policy");
    CHECK_FALSE(policy.empty());
    for (const char* unsafe : {"unsafe-inline", "'unsafe-eval'", "http:", " *"}) {
        CAPTURE(unsafe, policy);
        CHECK(policy.find(unsafe) == std::string::npos);
    }
    const std::string resource = answer.header("Cross-Origin-Resource-Policy");
    CHECK((resource == "same-origin" || resource == "cross-origin"));
    for (const auto& [name, value] : answer.headers) {
        CAPTURE(name);
        CHECK_FALSE(name.starts_with("Access-Control-"));
        CHECK_FALSE(name.starts_with("Server"));
    }
}

}  // namespace

TEST_CASE("every answer of every route tells browsers what they may not do, and nobody else's page to read it") {
    World world;
    Person ana = world.ana();
    httplib::Client http("127.0.0.1", world.port());
    std::size_t answers = 0;
    for (const RouteName& route : all_routes()) {
        std::string path(route.path);
        if (const auto star = path.find('*'); star != std::string::npos) path.replace(star, 1, "x");
        for (const httplib::Headers& who : {httplib::Headers{{"Origin", "https://evil.test"}}, ana.headers()}) {
            if (route.path == "/api/v1/me/logins/end" || route.path == "/api/v1/logout") continue;
            CAPTURE(route.method, path);
            const auto result = route.method == "GET"   ? http.Head(path, who)
                                : route.method == "PUT" ? http.Put(path, who, "{}", "application/json")
                                                        : http.Post(path, who, "{}", "application/json");
            check_headers(response_of(result));
            ++answers;
        }
    }
    CHECK(answers >= 2 * (all_routes().size() - 2));
}

TEST_CASE("what the server answers by itself has the same headers") {
    World world;
    httplib::Client http("127.0.0.1", world.port());
    check_headers(response_of(http.Get("/nothing")));
    check_headers(response_of(http.Options("/api/v1/me")));
    check_headers(response_of(http.Get("/api/v1/me", httplib::Headers{{"X-Padding", std::string(20'000, 'x')}})));
    check_headers(
        response_of(http.Post("/api/v1/login", httplib::Headers{{"X-Wrapup", "1"}}, "{", "application/json")));
}

TEST_CASE("only the widget's script and frame are for other sites' pages") {
    World world;
    const auto resource = [&](const char* path) {
        return world.nobody().get(path).header("Cross-Origin-Resource-Policy");
    };
    CHECK(resource("/widget.js?site=shop") == "cross-origin");
    CHECK(resource("/widget/frame?site=shop") == "cross-origin");
    for (const char* path : {"/login", "/welcome", "/demo", "/dashboard/worker.js", "/api/v1/me", "/assets/x"}) {
        CAPTURE(path);
        CHECK(resource(path) == "same-origin");
    }
    CHECK(world.nobody().get("/welcome").header("Cross-Origin-Opener-Policy") == "same-origin");
}

}  // namespace wrapup::server::test
