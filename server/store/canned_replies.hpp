#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/json.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

using CannedReplyId = Id<struct CannedReplyTag>;

// An answer that is given often, to be found by its shortcut.
struct CannedReply {
    static constexpr std::size_t shortcut_bytes_max = 32;
    static constexpr std::size_t title_bytes_max = 200;

    CannedReplyId id;
    std::optional<SiteId> site;  // None: for all of them.
    std::string shortcut;
    std::string title;
    std::string text;  // With variables, as in {customer.name}.
    Time updated_at;
    AgentId updated_by;
};

class CannedReplies {
public:
    static constexpr std::size_t replies_max = 500;

    explicit CannedReplies(Connection& connection) : connection_(connection) {}

    std::vector<CannedReply> all();  // By shortcut.
    std::optional<CannedReply> find(const CannedReplyId& id);
    // Whether another one goes by the same shortcut on the same site.
    bool is_taken(const CannedReply& reply);
    void put(const CannedReply& reply);  // Adds it, or changes the one of the same id.
    void remove(const CannedReplyId& id);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> struct Shape<server::CannedReply> { using T = server::CannedReply; static constexpr std::tuple fields{Field{"id", &T::id}, Field{"site", &T::site}, Field{"shortcut", &T::shortcut}, Field{"title", &T::title}, Field{"text", &T::text}, Field{"updated_at", &T::updated_at}, Field{"updated_by", &T::updated_by}}; };
// clang-format on
}  // namespace wrapup
