#include "server/http/assets.hpp"

#include "tests/support/server_world.hpp"

namespace wrapup::server::test {
namespace {

bool has(const Response& response, const char* header, const std::string& part) {
    INFO(header << ": " << response.header(header));
    return response.header(header).find(part) != std::string::npos;
}

constexpr const char* as_browsers_ask = "gzip, deflate, br, zstd";

// The test's client decodes what it is told is brotli.
Response asked_with(const World& world, const char* accept_encoding, const std::string& path) {
    return Person(world.port(), {{"Accept-Encoding", accept_encoding}}).get(path);
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
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
          "media-src blob:; "
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
          "require-trusted-types-for 'script'; trusted-types wrapup; frame-ancestors 'none'");
    CHECK(page.header("Cache-Control") == "no-cache");
    CHECK(page.header("X-Content-Type-Options") == "nosniff");
    CHECK(page.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(page.header("Cross-Origin-Resource-Policy") == "same-origin");
}

TEST_CASE("the dashboard's worker is always asked for anew, and may fetch from here only") {
    World world;
    const Response worker = world.nobody().get("/dashboard/worker.js");
    CHECK(worker.status == 200);
    CHECK(worker.text == "serve();");
    CHECK(worker.header("Content-Type") == "text/javascript; charset=utf-8");
    CHECK(worker.header("Cache-Control") == "no-cache");
    CHECK(worker.header("Content-Security-Policy") == "default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
    CHECK(worker.header("X-Content-Type-Options") == "nosniff");
    CHECK(worker.header("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(world.nobody().get("/worker.js").status == 404);
    CHECK(world.nobody().get("/dashboard/worker.js/more").text == "<title>dashboard</title>");
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
    CHECK(script.text ==
          "var WrapupLook={\"name\":\"Shop\",\"origins\":[\"https://shop.test\"],\"site\":\"shop\"};\nload();");
    CHECK(script.header("Cross-Origin-Resource-Policy") == "cross-origin");
    CHECK(has(script, "Content-Type", "text/javascript"));
    const Response unknown = world.nobody().get("/widget.js?site=%22);alert(1)//");
    CHECK(unknown.status == 200);
    CHECK(unknown.text.rfind("console.error(", 0) == 0);
    CHECK(unknown.text.find("alert") == std::string::npos);
}

TEST_CASE("the types of the widget's calls are there for whoever writes a page in TypeScript") {
    World world;
    const Response types = world.nobody().get("/widget.d.ts");
    CHECK(types.status == 200);
    CHECK(types.text == "declare var Wrapup;");
    CHECK(has(types, "Content-Type", "text/plain"));
}

TEST_CASE("the frame can be put on a page that isolates itself") {
    World world;
    const Response frame = world.nobody().get("/widget/frame?site=shop");
    CHECK(frame.header("Cross-Origin-Embedder-Policy") == "require-corp");
    CHECK(frame.header("Cross-Origin-Resource-Policy") == "cross-origin");
}

TEST_CASE("the name of a site cannot break out of the widget's script") {
    World world;
    {
        Writing writing(world.service().database);
        People(*writing).put_site({{"odd"}, "\"};alert(1);//\xE2\x80\xA8", {}});
        writing.commit();
    }
    CHECK(world.nobody().get("/widget.js?site=odd").text ==
          "var WrapupLook={\"name\":\"\\\"};alert(1);//\\u2028\",\"origins\":[],\"site\":\"odd\"};\nload();");
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

TEST_CASE("files are sent as the build compressed them, and come out the same") {
    World world;
    for (const char* path : {"/login", "/widget/frame?site=shop", "/dashboard/worker.js", "/assets/dashboard-1a2b3c.js",
                             "/assets/wrapup-1a2b3c.wasm"}) {
        CAPTURE(path);
        const Response packed = asked_with(world, as_browsers_ask, path), plain = asked_with(world, "identity", path);
        CHECK(packed.header("Content-Encoding") == "br");
        CHECK(plain.headers.count("Content-Encoding") == 0);
        CHECK(packed.header("Content-Length") == std::to_string(plain.text.size() + 4));
        CHECK(packed.text == plain.text);
        for (const char* same : {"Content-Type", "Cache-Control", "Content-Security-Policy",
                                 "Cross-Origin-Resource-Policy", "X-Content-Type-Options"})
            CHECK(packed.header(same) == plain.header(same));
        for (const Response& one : {packed, plain}) CHECK(one.header("Vary") == "Accept-Encoding");
    }
}

TEST_CASE("the bytes of a compressed file are the build's own") {
    World world;
    httplib::Client http("127.0.0.1", world.port());
    http.set_decompress(false);
    const Response wasm = response_of(http.Get("/assets/wrapup-1a2b3c.wasm", {{"Accept-Encoding", as_browsers_ask}}));
    CHECK(wasm.text == find_asset("assets/wrapup-1a2b3c.wasm")->brotli);
    CHECK(wasm.header("Content-Type") == "application/wasm");
    CHECK(wasm.headers.count("Content-Type") == 1);
}

TEST_CASE("a file is compressed for whoever names brotli and does not refuse it") {
    World world;
    const auto encoding_for = [&](const char* accepted) {
        return asked_with(world, accepted, "/assets/dashboard-1a2b3c.js").header("Content-Encoding");
    };
    for (const char* accepted : {"br", "BR", " br ", "gzip,br", "gzip;q=1.0, br;q=0.5", "br;q=1, *;q=0", "br;q=0.001",
                                 "br ; Q=1", ",br", "x;q=0,br"}) {
        CAPTURE(accepted);
        CHECK(encoding_for(accepted) == "br");
    }
    for (const char* accepted : {"gzip, deflate", "br;q=0", "br;q=0.000", "br ; q=0", "gzip, br;Q=0, *", "*", "brotli",
                                 "x-br", "gzip;br", "b", "", ",", ";q=1"}) {
        CAPTURE(accepted);
        CHECK(encoding_for(accepted).empty());
    }
}

TEST_CASE("the widget's script is compressed with what it knows of its site, also when that changes") {
    World world;
    for (const char* name : {"Shop", "Store", "Shop"}) {
        {
            Writing writing(world.service().database);
            People(*writing).put_site({{"shop"}, name, {}});
            writing.commit();
        }
        const Response packed = asked_with(world, as_browsers_ask, "/widget.js?site=shop"),
                       plain = asked_with(world, "identity", "/widget.js?site=shop");
        CHECK(packed.header("Content-Encoding") == "br");
        CHECK(plain.headers.count("Content-Encoding") == 0);
        CHECK(has(packed, "Vary", "Accept-Encoding"));
        CHECK(packed.header("Content-Length") != plain.header("Content-Length"));
        CHECK(packed.text == plain.text);
        CHECK(packed.text.find(name) != std::string::npos);
    }
}

TEST_CASE("several headers that say what is accepted are one") {
    World world;
    Person both(world.port(), {{"Accept-Encoding", "gzip"}, {"accept-encoding", "br"}});
    CHECK(both.get("/login").header("Content-Encoding") == "br");
}

TEST_CASE("what has no compressed form, and what is altered on its way, is plain for everybody") {
    World world;
    for (const char* path :
         {"/assets/mark-1a2b3c.svg", "/demo", "/widget.js?site=mars", "/assets/none.js", "/widget/frame?site=mars"}) {
        CAPTURE(path);
        const Response packed = asked_with(world, as_browsers_ask, path), plain = asked_with(world, "identity", path);
        CHECK(packed.headers.count("Content-Encoding") == 0);
        CHECK(packed.headers.count("Vary") == 0);
        CHECK(packed.text.size() == plain.text.size());
        CHECK(packed.header("Content-Length") == plain.header("Content-Length"));
    }
}

TEST_CASE("no answer of the API is compressed, nor any refusal") {
    World world;
    Person ana = world.ana();
    world.visitor().starts_chat(std::string(5'000, 'a'));
    for (const char* accepted : {as_browsers_ask, "br", "gzip", "deflate", "*", "gzip;q=1.0"}) {
        httplib::Headers headers = ana.headers();
        headers.emplace("Accept-Encoding", accepted);
        Person greedy(world.port(), headers);
        for (const char* path : {"/api/v1/me", "/api/v1/inbox?view=open", "/api/v1/inbox?view=none",
                                 "/api/v1/stream?after=x", "/api/v1/nothing", "/"}) {
            CAPTURE(accepted, path);
            CHECK(greedy.get(path).headers.count("Content-Encoding") == 0);
        }
        CHECK(greedy.post_text("/api/v1/commands", "{").headers.count("Content-Encoding") == 0);
        CHECK(greedy.post("/api/v1/commands", greedy.envelope({})).headers.count("Content-Encoding") == 0);
    }
}

TEST_CASE("whoever asks for the head alone learns the length of the form that it stands for") {
    World world;
    httplib::Client http("127.0.0.1", world.port());
    http.set_keep_alive(true);
    const char* script = "/assets/dashboard-1a2b3c.js";
    const Response packed = response_of(http.Head(script, {{"Accept-Encoding", as_browsers_ask}}));
    CHECK(packed.header("Content-Length") == "11");
    CHECK(packed.header("Content-Encoding") == "br");
    const Response plain = response_of(http.Head(script, {{"Accept-Encoding", "identity"}}));
    CHECK(plain.header("Content-Length") == "7");
    CHECK(plain.headers.count("Content-Encoding") == 0);
    CHECK(response_of(http.Get(script)).text == "draw();");
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
