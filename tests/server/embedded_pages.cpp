// The pages of the tests: what the build would have put in. Their compressed forms hold the text as it is, between the
// few bytes that brotli puts around it.
#include "server/http/embedded.hpp"

namespace wrapup::server {

std::span<const Asset> assets() {
    using namespace std::string_view_literals;
    static constexpr Asset all[] = {
        {"dashboard.html", "text/html; charset=utf-8", "<title>dashboard</title>",
         "\x8b\x0b\x80<title>dashboard</title>\x03"},
        {"frame.html", "text/html; charset=utf-8", "<title>frame</title>", "\x8b\x09\x80<title>frame</title>\x03"},
        {"demo.html", "text/html; charset=utf-8",
         "<script async src=\"__WRAPUP_ORIGIN__/widget.js?site=demo\"></script>", "altered on its way"},
        {"widget.js", "text/javascript; charset=utf-8", "load();", "altered on its way"},
        {"widget.d.ts", "text/plain; charset=utf-8", "declare var Wrapup;", {}},
        {"worker.js", "text/javascript; charset=utf-8", "serve();", "\x8b\x03\x80serve();\x03"},
        {"assets/wrapup-1a2b3c.wasm", "application/wasm", "\0asm"sv, "\x8b\x01\x80\0asm\x03"sv},
        {"assets/dashboard-1a2b3c.js", "text/javascript; charset=utf-8", "draw();",
         "\x0b\x03\x80"
         "draw();\x03"},
        {"assets/mark-1a2b3c.svg", "image/svg+xml", "<svg/>", {}},
    };
    return all;
}

}  // namespace wrapup::server
