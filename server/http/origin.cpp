#include "server/http/origin.hpp"

#include <algorithm>

namespace wrapup::server {
namespace {

constexpr std::array loopback_names{"localhost", "127.0.0.1", "[::1]"};

// Where nobody has said how it is reached, it is by the names of this machine.
bool is_ours(const std::string& origin, const Pages& pages) {
    if (!pages.public_url.empty()) return origin == pages.public_url;
    return std::any_of(loopback_names.begin(), loopback_names.end(), [&](const char* name) {
        return origin == std::string("http://") + name + ':' + std::to_string(pages.port);
    });
}

}  // namespace

// Older browsers, and all of them over plain HTTP, do not send Sec-Fetch-Site, but Origin with every POST. A program
// that is no browser sends neither, and has nobody's cookie.
bool is_from_elsewhere(const httplib::Request& request, const Pages& pages) {
    const std::string site = request.get_header_value("Sec-Fetch-Site");
    if (!site.empty()) return site != "same-origin" && site != "none";
    const std::string origin = request.get_header_value("Origin");
    return !origin.empty() && !is_ours(origin, pages);
}

}  // namespace wrapup::server
