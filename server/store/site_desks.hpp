#pragma once

#include "server/office_hours.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

// What visitors are told about how soon they are answered.
enum class ReplyTime : std::uint8_t { untold, minutes, hours, day, count };

enum class FormKind : std::uint8_t { name, email, text, choice, count };

// One thing that visitors are asked before they write.
struct FormField {
    std::string label;
    FormKind kind = FormKind::text;
    bool required = false;
    std::vector<std::string> options;  // Of a choice; of all others none.
    bool operator==(const FormField&) const = default;
};

// What a site offers its visitors.
struct SiteDesk {
    std::optional<OfficeHours> hours{};  // None: always open.
    ReplyTime reply_time = ReplyTime::untold;
    std::vector<FormField> form{};
    bool away_form = true;  // When nobody is there, it says so and asks for an address.
    bool rating = true;     // What is closed can be rated.
    bool operator==(const SiteDesk&) const = default;
};

class SiteDesks {
public:
    explicit SiteDesks(Connection& connection) : connection_(connection) {}

    SiteDesk of(const SiteId& site);
    void put(const SiteId& site, const SiteDesk& desk);

    // Whether the site says who its visitors are: off, optional or required.
    std::string identity(const SiteId& site);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> inline constexpr std::array<std::string_view, 4> names<server::ReplyTime>{"", "minutes", "hours", "day"};
template <> inline constexpr std::array<std::string_view, 4> names<server::FormKind>{"name", "email", "text", "choice"};
template <> struct Shape<server::FormField> { using T = server::FormField; static constexpr std::tuple fields{Field{"label", &T::label}, Field{"kind", &T::kind}, Field{"required", &T::required}, Field{"options", &T::options}}; };
template <> struct Shape<server::SiteDesk>  { using T = server::SiteDesk;  static constexpr std::tuple fields{Field{"hours", &T::hours}, Field{"reply_time", &T::reply_time}, Field{"form", &T::form}, Field{"away_form", &T::away_form}, Field{"rating", &T::rating}}; };
// clang-format on
}  // namespace wrapup
