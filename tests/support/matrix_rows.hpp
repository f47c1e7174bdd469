// Who may ask for what over HTTP, written down a second time and without the server's own table. The authorisation
// matrix holds the server against it.
#pragma once

#include <string_view>
#include <vector>

namespace wrapup::server::test {

// What a route is about; there are three of each: the customer's own, another customer's, and another site's.
enum class Kind { nothing, conversation, file, customer, canned_reply, agent, site };

struct MatrixRow {
    std::string_view route;  // As in "POST /api/v1/agents/*".
    std::string_view by;     // c: customers, a: agents, s: supervisors, A: admins, t: tokens; *: anybody.
    Kind kind = Kind::nothing;
    std::string_view sends = "{}";  // A body, or a query where it begins with ?; ID is the object, NEW something new.
};

inline const std::vector<MatrixRow>& matrix_rows() {
    // clang-format off
    static const std::vector<MatrixRow> rows{
        {"POST /api/v1/login", "*"},
        {"POST /api/v1/logout", "*"},
        {"POST /api/v1/links/look", "*"},
        {"POST /api/v1/links/use", "*"},
        {"POST /api/v1/visitors", "*"},
        {"GET /api/v1/widget", "*"},
        {"GET /api/v1/me", "ca"},
        {"PUT /api/v1/me/availability", "a"},
        {"PUT /api/v1/me/preferences", "a"},
        {"PUT /api/v1/routing", "s"},
        {"GET /api/v1/inbox", "a"},
        {"GET /api/v1/inbox/counts", "a"},
        {"GET /api/v1/search", "a"},
        {"GET /api/v1/conversations", "c"},
        {"POST /api/v1/conversations", "t", Kind::site, R"({"site":"ID","channel":"task"})"},
        {"POST /api/v1/conversations/*/messages", "t", Kind::conversation},
        {"POST /api/v1/conversations/*/attachments", "cat", Kind::conversation},
        {"GET /api/v1/attachments/*", "ca", Kind::file},
        {"GET /api/v1/conversations/*/explain", "ca", Kind::conversation},
        {"GET /api/v1/conversations/*/queue", "c", Kind::conversation},
        {"GET /api/v1/conversations/*/transcript", "ca", Kind::conversation},
        {"POST /api/v1/conversations/*/transcript", "c", Kind::conversation},
        {"GET /api/v1/conversations/*", "ca", Kind::conversation},
        {"GET /api/v1/customers/*/notes", "a", Kind::customer},
        {"POST /api/v1/customers/*/notes", "a", Kind::customer},
        {"POST /api/v1/customers/*/notes/delete", "a", Kind::customer},
        {"GET /api/v1/reports", "s", Kind::site, "?from=2026-01-01&to=2026-01-02&site=ID"},
        {"GET /api/v1/reports.csv", "s", Kind::site, "?from=2026-01-01&to=2026-01-02&site=ID"},
        {"POST /api/v1/commands", "ca"},
        {"POST /api/v1/typing", "ca", Kind::conversation, R"({"conversation":"ID"})"},
        {"POST /api/v1/divergences", "a", Kind::conversation, "DIVERGENCE"},
        {"GET /api/v1/canned-replies", "a"},
        {"POST /api/v1/canned-replies", "s", Kind::site, R"({"site":"ID","shortcut":"NEW","title":"t","text":"t"})"},
        {"POST /api/v1/canned-replies/*/remove", "s", Kind::canned_reply},
        {"POST /api/v1/canned-replies/*", "s", Kind::canned_reply},
        {"POST /api/v1/me/name", "a"},
        {"POST /api/v1/me/password", "a"},
        {"GET /api/v1/me/second-factor", "a"},
        {"POST /api/v1/me/second-factor", "a"},
        {"POST /api/v1/me/second-factor/confirm", "a"},
        {"POST /api/v1/me/second-factor/off", "a"},
        {"GET /api/v1/me/logins", "a"},
        {"POST /api/v1/me/logins/end", "a"},
        {"POST /api/v1/me/logins/*/end", "a"},
        {"GET /api/v1/agents", "A"},
        {"POST /api/v1/agents", "A", Kind::site, R"({"name":"n","email":"NEW@shop.test","role":"agent","sites":["ID"]})"},
        {"POST /api/v1/agents/*/disable", "A", Kind::agent},
        {"POST /api/v1/agents/*/enable", "A", Kind::agent},
        {"POST /api/v1/agents/*/password", "A", Kind::agent},
        {"POST /api/v1/agents/*/second-factor/off", "A", Kind::agent},
        {"POST /api/v1/agents/*", "A", Kind::agent},
        {"GET /api/v1/sites", "A"},
        {"POST /api/v1/sites", "A"},
        {"GET /api/v1/sites/*/look", "A", Kind::site},
        {"POST /api/v1/sites/*/look", "A", Kind::site},
        {"GET /api/v1/sites/*/identity", "A", Kind::site},
        {"POST /api/v1/sites/*/identity", "A", Kind::site},
        {"POST /api/v1/sites/*/keys", "A", Kind::site},
        {"POST /api/v1/sites/*/keys/remove", "A", Kind::site},
        {"GET /api/v1/sites/*/desk", "A", Kind::site},
        {"POST /api/v1/sites/*/desk", "A", Kind::site},
        {"GET /api/v1/sites/*/logo", "A", Kind::site},
        {"POST /api/v1/sites/*/logo", "A", Kind::site},
        {"POST /api/v1/sites/*/logo/remove", "A", Kind::site},
        {"POST /api/v1/sites/*", "A", Kind::site},
        {"GET /api/v1/time-zones", "A"},
        {"GET /api/v1/policy", "A"},
        {"POST /api/v1/policy", "A"},
        {"POST /api/v1/policy/preview", "A"},
        {"POST /api/v1/topics", "A"},
        {"POST /api/v1/topics/*", "A"},
        {"GET /api/v1/audit", "A"},
        {"GET /api/v1/stream", "ca"},
        {"GET /", "*"},
        {"GET /login", "*"},
        {"GET /welcome", "*"},
        {"GET /dashboard/worker.js", "*"},
        {"GET /dashboard/*", "*"},
        {"GET /demo", "*"},
        {"GET /widget.js", "*"},
        {"GET /widget.d.ts", "*"},
        {"GET /widget/frame", "*"},
        {"GET /widget/logo", "*"},
        {"GET /assets/*", "*"},
        {"GET /healthz", "*"},
        {"GET /readyz", "*"},
        {"GET /metrics", "*"},
        {"POST /api/v1/visitors/logout", "c"},  // The last one: nobody knows them afterwards.
    };
    // clang-format on
    return rows;
}

}  // namespace wrapup::server::test
