#pragma once

#include <optional>
#include <string>

#include "core/shape.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// A link with which somebody begins, once: the first admin of an empty installation, who is invited, or who has lost
// their password. Only a hash of its secret is stored.
struct Link {
    enum class Kind : std::uint8_t { setup, invitation, reset, count };
    static constexpr std::chrono::hours setup_lasts{24}, invitation_lasts{7 * 24}, reset_lasts{24};

    Kind kind = Kind::setup;
    std::optional<AgentId> agent{};  // None of a setup, which makes one.
};

class Links {
public:
    explicit Links(Connection& connection) : connection_(connection) {}

    // Returns the secret, which nobody can ask for again. Of an agent, or for the setup, there is only the newest.
    std::string open(const Link& link, Time now);

    // None where it is unknown, used, or too old.
    std::optional<Link> shown_as(const std::string& secret, Time now);

    // Nobody can use any of these any more.
    void close(const std::optional<AgentId>& agent);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

template <>
inline constexpr std::array<std::string_view, 3> wrapup::names<wrapup::server::Link::Kind>{"setup", "invitation",
                                                                                           "reset"};
