// The pages of the tests: what the build would have put in.
#include "server/http/embedded.hpp"

namespace wrapup::server {

std::span<const Asset> assets() {
    static constexpr Asset all[] = {
        {"dashboard.html", "text/html; charset=utf-8", "<title>dashboard</title>"},
        {"frame.html", "text/html; charset=utf-8", "<title>frame</title>"},
        {"demo.html", "text/html; charset=utf-8",
         "<script async src=\"__WRAPUP_ORIGIN__/widget.js?site=demo\"></script>"},
        {"widget.js", "text/javascript; charset=utf-8", "load();"},
        {"assets/wrapup-1a2b3c.wasm", "application/wasm", {"\0asm", 4}},
        {"assets/dashboard-1a2b3c.js", "text/javascript; charset=utf-8", "draw();"},
    };
    return all;
}

}  // namespace wrapup::server
