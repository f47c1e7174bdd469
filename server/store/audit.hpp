#pragma once

#include <vector>

#include "server/json.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// What is written down when somebody does it. The names are stored: never renamed, only added to.
enum class Deed : std::uint8_t {
    signed_in,
    canned_reply_added,
    canned_reply_changed,
    canned_reply_removed,
    name_changed,
    password_changed,
    password_reset,
    agent_added,
    agent_changed,
    agent_disabled,
    agent_enabled,
    site_added,
    site_changed,
    policy_changed,
    topic_renamed,
    look_changed,
    identity_changed,
    identity_key_added,
    identity_key_removed,
    desk_changed,
    logo_changed,
    logo_removed,
    second_factor_put_on,
    second_factor_taken_off,
    count
};

struct AuditEntry {
    std::int64_t id = 0;
    Time at;
    std::string who;   // An agent's id.
    std::string name;  // Theirs, as it is now.
    Deed what = Deed::count;
    Json detail;  // Never a password, and no text of a customer's.
};

// Who changed what about this installation, and when. Only ever added to, in the transaction of the change itself.
class Audit {
public:
    static constexpr std::size_t page_rows_max = 50;

    explicit Audit(Connection& connection) : connection_(connection) {}

    void note(Time at, const std::string& who, Deed what, const Json& detail = Json::object());

    // The newest first, all from before this one; and one more than a page, if there are.
    std::vector<AuditEntry> before(std::int64_t id);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> inline constexpr std::array<std::string_view, 24> names<server::Deed>{
    "signed_in", "canned_reply_added", "canned_reply_changed", "canned_reply_removed", "name_changed", "password_changed", "password_reset",
    "agent_added", "agent_changed", "agent_disabled", "agent_enabled", "site_added", "site_changed", "policy_changed", "topic_renamed", "look_changed",
    "identity_changed", "identity_key_added", "identity_key_removed",
    "desk_changed", "logo_changed", "logo_removed",
    "second_factor_put_on", "second_factor_taken_off"};
template <> struct Shape<server::AuditEntry> { using T = server::AuditEntry; static constexpr std::tuple fields{Field{"id", &T::id}, Field{"at", &T::at}, Field{"who", &T::who}, Field{"name", &T::name}, Field{"what", &T::what}, Field{"detail", &T::detail}}; };
// clang-format on
}  // namespace wrapup
