#include "server/http/assets.hpp"

#include <algorithm>

#include "server/http/errors.hpp"
#include "server/http/handlers.hpp"
#include "server/http/packing.hpp"
#include "server/packed_texts.hpp"
#include "server/store/people.hpp"
#include "server/store/site_looks.hpp"

namespace wrapup::server {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

constexpr const char* no_cache = "no-cache";
constexpr const char* cache_for_ever = "public, max-age=31536000, immutable";
constexpr const char* script_type = "text/javascript; charset=utf-8";

// To be altered before it is sent.
Answer plain_file(std::string_view path, Headers headers) {
    const Asset* asset = find_asset(path);
    if (asset == nullptr) return problem_answer(Problem::unknown_page);
    return {200, std::string(asset->content_type), std::string(asset->body), std::move(headers), {}};
}

Answer as(Guise guise, Answer answer) {
    answer.guise = guise;
    return answer;
}

// As the build compressed it, where the browser takes that.
Answer file(const Ask& ask, std::string_view path, Headers headers) {
    const Asset* asset = find_asset(path);
    if (asset == nullptr || asset->brotli.empty()) return plain_file(path, std::move(headers));
    headers.emplace_back("Vary", "Accept-Encoding");
    if (!accepts_brotli(ask.http.get_header_value("Accept-Encoding"))) return plain_file(path, std::move(headers));
    headers.emplace_back("Content-Encoding", "br");
    return {200, std::string(asset->content_type), std::string(asset->brotli), std::move(headers), {}};
}

std::optional<Site> site_asked_for(const Ask& ask) {
    const Reading reading(ask.service.database);
    return People(*reading).site({ask.param("site")});
}

SiteLook look_of(const Ask& ask, const SiteId& site) {
    const Reading reading(ask.service.database);
    return SiteLooks(*reading).of(site);
}

// What the widget's script has to know before it asks for anything: where it may stand, and of its look what is not as
// it comes. The frame says to anybody where it may stand, too.
Json told_of(const Site& site, const SiteLook& look) {
    Json told{{"site", site.id.value}, {"name", site.name}, {"origins", site.origins}};
    const Json chosen = encode(look), plain = encode(SiteLook{});
    for (const auto& [name, value] : chosen.items())
        if (value != plain.at(name)) told[name] = value;
    return told;
}

void replace_all(std::string& text, std::string_view what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

// Where the demo shop takes its widget from: this server under its other loopback name, so that shop and widget are
// of different origins, as they are on a real site.
std::string other_origin(const Ask& ask) {
    const bool by_number = ask.http.get_header_value("Host").rfind("127.0.0.1", 0) == 0;
    const std::string origin = by_number ? "http://localhost:" : "http://127.0.0.1:";
    return origin + std::to_string(ask.pages.port);
}

}  // namespace

const Asset* find_asset(std::string_view path) {
    const auto all = assets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Asset& asset) { return asset.path == path; });
    return found == all.end() ? nullptr : &*found;
}

Answer to_the_inbox(const Ask&) {
    Answer answer = no_content();
    answer.status = 302;
    answer.headers = {{"Location", "/dashboard/chat/inbox"}};
    return answer;
}

Answer dashboard(const Ask& ask) {
    return as(Guise::dashboard, file(ask, "dashboard.html", {{"Cache-Control", no_cache}}));
}

// Beside the dashboard's pages, since a service worker may only serve what is below its own address.
Answer dashboard_worker(const Ask& ask) {
    return as(Guise::worker, file(ask, "worker.js", {{"Cache-Control", no_cache}}));
}

// Plays a customer's page, so it has a customer's freedom: no policy of ours but against being framed.
Answer demo_shop(const Ask& ask) {
    if (!ask.pages.demo) return problem_answer(Problem::unknown_page);
    Answer answer = as(Guise::shop, plain_file("demo.html", {{"Cache-Control", no_cache}}));
    replace_all(answer.body, "__WRAPUP_ORIGIN__", other_origin(ask));
    return answer;
}

Answer widget_script(const Ask& ask) {
    const auto site = site_asked_for(ask);
    Answer answer = as(Guise::script, plain_file("widget.js", {{"Cache-Control", no_cache}}));
    if (answer.status != 200) return answer;
    answer.content_type = script_type;
    if (!site) {
        answer.body = "console.error('Wrapup: there is no site with this key. See the snippet in your settings.');\n";
        return answer;
    }
    const Json told = told_of(*site, look_of(ask, site->id));
    answer.body = "var WrapupLook=" + told.dump(-1, ' ', /*ensure_ascii=*/true) + ";\n" + answer.body;
    answer.headers.emplace_back("Vary", "Accept-Encoding");
    if (!accepts_brotli(ask.http.get_header_value("Accept-Encoding"))) return answer;
    answer.headers.emplace_back("Content-Encoding", "br");
    answer.body = packed(answer.body);
    return answer;
}

// For pages that are written in TypeScript.
Answer widget_types(const Ask& ask) { return file(ask, "widget.d.ts", {{"Cache-Control", no_cache}}); }

// A page that isolates itself takes only frames that do so, too.
Answer widget_frame(const Ask& ask) {
    const auto site = site_asked_for(ask);
    Answer answer = as(Guise::frame, site ? file(ask, "frame.html", {{"Cache-Control", no_cache}})
                                          : problem_answer(Problem::unknown_site));
    if (site) answer.frame_ancestors = site->origins;
    return answer;
}

Answer asset(const Ask& ask) { return file(ask, "assets/" + ask.rest, {{"Cache-Control", cache_for_ever}}); }

}  // namespace wrapup::server
