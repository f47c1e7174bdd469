#include "server/store/exporting.hpp"

#include <sodium.h>

#include <array>

namespace wrapup::server {
namespace {

// For each kind of line, the statement that selects all of them and the ends that narrow it; null where none of it is
// in an export of that scope. A column named …_json holds JSON, one named …_base64 bytes.
struct Kind {
    std::string_view name;
    const char* all;
    const char* of_customer;
    const char* of_conversation;
    const char* order;
};
// clang-format off
constexpr std::array kinds{
    Kind{"site", "SELECT id, name, origins AS origins_json FROM sites", nullptr, nullptr, " ORDER BY id"},
    Kind{"agent", "SELECT id, email, name, role, disabled_at FROM agents", nullptr, nullptr, " ORDER BY id"},
    Kind{"topic", "SELECT topic AS id, name FROM topic_names", nullptr, nullptr, " ORDER BY topic"},
    Kind{"policy", "SELECT version, \"from\", body AS policy_json FROM policies", nullptr, nullptr, " ORDER BY version"},
    Kind{"canned_reply", "SELECT id, site, shortcut, title, text, updated_at, updated_by FROM canned_replies", nullptr,
         nullptr, " ORDER BY id"},
    Kind{"customer", "SELECT id, site, name, email, page, locale, referrer, time_zone, device, "
                     "attributes AS attributes_json, created_at FROM customers",
         " WHERE id = ?1", " WHERE id = (SELECT customer FROM inbox WHERE conversation = ?1)", " ORDER BY created_at"},
    Kind{"identity", "SELECT site, subject, customer FROM identities", " WHERE customer = ?1",
         " WHERE customer = (SELECT customer FROM inbox WHERE conversation = ?1)", " ORDER BY site, subject"},
    Kind{"customer_note", "SELECT id, customer, author, at, text FROM customer_notes", " WHERE customer = ?1", nullptr,
         " ORDER BY at"},
    Kind{"event", "SELECT position, conversation, version, at, actor AS actor_json, body AS event_json FROM events",
         " WHERE conversation IN (SELECT conversation FROM inbox WHERE customer = ?1)", " WHERE conversation = ?1",
         " ORDER BY position"},
    Kind{"attachment", "SELECT id, conversation, author AS author_json, at, attachment AS attachment_json, "
                       "body AS body_base64 FROM blobs",
         " WHERE sent = 1 AND conversation IN (SELECT conversation FROM inbox WHERE customer = ?1)",
         " WHERE sent = 1 AND conversation = ?1", " ORDER BY at"},
    Kind{"audit", "SELECT id, at, who, what, detail AS detail_json FROM audit", nullptr, nullptr, " ORDER BY id"},
};
// clang-format on

std::string base64(const SQLite::Column& column) {
    const auto bytes = static_cast<std::size_t>(column.getBytes());
    std::string text(sodium_base64_encoded_len(bytes, sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), static_cast<const unsigned char*>(column.getBlob()), bytes,
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // The zero that ends it.
    return text;
}

void put(Json& line, const SQLite::Column& column) {
    constexpr std::string_view json = "_json", bytes = "_base64";
    const std::string name = column.getName();
    if (column.isNull())
        line[name] = nullptr;
    else if (name.ends_with(json))
        line[name.substr(0, name.size() - json.size())] = Json::parse(column.getString());
    else if (name.ends_with(bytes))
        line[name] = base64(column);
    else if (column.isInteger())
        line[name] = column.getInt64();
    else
        line[name] = column.getString();
}

std::string statement_of(const Kind& kind, ExportScope::Of of) {
    const std::string all = kind.all;
    switch (of) {
        case ExportScope::Of::everything:
            return all + kind.order;
        case ExportScope::Of::customer:
            return kind.of_customer == nullptr ? "" : all + kind.of_customer + kind.order;
        case ExportScope::Of::conversation:
            return kind.of_conversation == nullptr ? "" : all + kind.of_conversation + kind.order;
    }
    return "";
}

}  // namespace

std::int64_t export_lines(Connection& connection, const ExportScope& scope,
                          const std::function<bool(const Json& line)>& take) {
    std::int64_t lines = 0;
    connection.run("BEGIN");
    for (const Kind& kind : kinds) {
        const std::string sql = statement_of(kind, scope.of);
        if (sql.empty()) continue;
        SQLite::Statement statement(connection.raw(), sql);
        if (scope.of != ExportScope::Of::everything) statement.bind(1, scope.id);
        while (statement.executeStep()) {
            Json line{{"kind", kind.name}};
            for (int i = 0; i < statement.getColumnCount(); ++i) put(line, statement.getColumn(i));
            if (!take(line)) throw Interrupted();
            ++lines;
        }
    }
    connection.run("COMMIT");
    return lines;
}

}  // namespace wrapup::server
