#include "server/http/assets.hpp"

#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

bool has(const Response& response, const char* header, const std::string& part) {
    INFO(header << ": " << response.header(header));
    return response.header(header).find(part) != std::string::npos;
}

std::string origin(const char* name, int port) { return std::string("http://") + name + ':' + std::to_string(port); }

}  // namespace

TEST_CASE("the dashboard is one page at every address of its own, and nobody may frame it") {
    World world;
    const auto* path = GENERATE("/login", "/dashboard/chat/inbox", "/dashboard/chat/inbox/some-id");
    const Response page = world.nobody().get(path);
    CHECK(page.status == 200);
    CHECK(page.text == "<title>dashboard</title>");
    CHECK(page.header("Content-Security-Policy") ==
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    CHECK(page.header("Cache-Control") == "no-cache");
    CHECK(page.header("X-Content-Type-Options") == "nosniff");
    CHECK(page.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(page.header("Cross-Origin-Resource-Policy") == "same-origin");
}

TEST_CASE("the root leads to the inbox") {
    World world;
    const Response root = world.nobody().get("/");
    CHECK(root.status == 302);
    CHECK(root.header("Location") == "/dashboard/chat/inbox");
}

TEST_CASE("the widget's frame may stand on its site's pages only, and nowhere if there is no such site") {
    World world;
    Person nobody = world.nobody();
    const Response frame = nobody.get("/widget/frame?site=shop");
    CHECK(frame.status == 200);
    CHECK(has(frame, "Content-Security-Policy", "frame-ancestors https://shop.test"));
    CHECK(frame.header("Cross-Origin-Resource-Policy") == "cross-origin");
    CHECK(frame.header("Cache-Control") == "no-cache");
    CHECK(has(nobody.get("/widget/frame?site=elsewhere"), "Content-Security-Policy", "frame-ancestors 'none'"));
    for (const char* path :
         {"/widget/frame", "/widget/frame?site=", "/widget/frame?site=*", "/widget/frame?site=mars"}) {
        const Response unknown = nobody.get(path);
        CHECK(unknown.status == 404);
        CHECK(has(unknown, "Content-Security-Policy", "frame-ancestors 'none'"));
    }
}

TEST_CASE("the widget's script knows its site, and says so when there is none") {
    World world;
    const Response script = world.nobody().get("/widget.js?site=shop");
    CHECK(script.status == 200);
    CHECK(script.text == "var WrapupLook={\"name\":\"Shop\",\"site\":\"shop\"};\nload();");
    CHECK(script.header("Cross-Origin-Resource-Policy") == "cross-origin");
    CHECK(has(script, "Content-Type", "text/javascript"));
    const Response unknown = world.nobody().get("/widget.js?site=%22);alert(1)//");
    CHECK(unknown.status == 200);
    CHECK(unknown.text.rfind("console.error(", 0) == 0);
    CHECK(unknown.text.find("alert") == std::string::npos);
}

TEST_CASE("the name of a site cannot break out of the widget's script") {
    World world;
    {
        Writing writing(world.service().database);
        People(*writing).put_site({{"odd"}, "\"};alert(1);//\xE2\x80\xA8", {}});
        writing.commit();
    }
    CHECK(world.nobody().get("/widget.js?site=odd").text ==
          "var WrapupLook={\"name\":\"\\\"};alert(1);//\\u2028\",\"site\":\"odd\"};\nload();");
}

TEST_CASE("hashed files are kept for ever, with the type that browsers insist on") {
    World world;
    const Response wasm = world.nobody().get("/assets/wrapup-1a2b3c.wasm");
    CHECK(wasm.status == 200);
    CHECK(wasm.header("Content-Type") == "application/wasm");
    CHECK(wasm.header("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(wasm.header("X-Content-Type-Options") == "nosniff");
    CHECK(wasm.text == std::string("\0asm", 4));
    for (const char* path : {"/assets/", "/assets/none.js", "/assets/../dashboard.html", "/assets/..%2Fdashboard.html"})
        CHECK(world.nobody().get(path).status == 404);
}

TEST_CASE("the demo shop takes its widget from this machine's other name") {
    World world;
    const auto page_asked_for_as = [&](const std::string& host) {
        return Person(world.port(), {{"Host", host}}).get("/demo").text;
    };
    const std::string port = std::to_string(world.port());
    CHECK(page_asked_for_as("127.0.0.1:" + port).find(origin("localhost", world.port()) + "/widget.js") !=
          std::string::npos);
    CHECK(page_asked_for_as("localhost:" + port).find(origin("127.0.0.1", world.port()) + "/widget.js") !=
          std::string::npos);
    CHECK(page_asked_for_as("\"><script>").find("\"><script>\"") == std::string::npos);
}

}  // namespace wrapup::server::test
