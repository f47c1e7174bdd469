#pragma once

#include <optional>
#include <string>

#include "server/json.hpp"
#include "server/store/connection.hpp"

namespace wrapup::server {

enum class Corner : std::uint8_t { right, left, count };
enum class Shade : std::uint8_t { automatic, light, dark, count };
enum class Tongue : std::uint8_t { automatic, english, german, arabic, count };

// How the widget looks on the pages of a site.
struct SiteLook {
    static constexpr std::size_t greeting_code_points_max = 200;

    std::optional<std::string> colour{};  // As in "#4346c4"; none: Wrapup's own.
    Corner position = Corner::right;
    std::string greeting{};  // Empty: the widget's own, in the visitor's language.
    Shade theme = Shade::automatic;
    Tongue language = Tongue::automatic;
    bool operator==(const SiteLook&) const = default;
};

class SiteLooks {
public:
    explicit SiteLooks(Connection& connection) : connection_(connection) {}

    SiteLook of(const SiteId& site);
    void put(const SiteId& site, const SiteLook& look);

private:
    Connection& connection_;
};

}  // namespace wrapup::server

namespace wrapup {
// clang-format off
template <> inline constexpr std::array<std::string_view, 2> names<server::Corner>{"right", "left"};
template <> inline constexpr std::array<std::string_view, 3> names<server::Shade>{"auto", "light", "dark"};
template <> inline constexpr std::array<std::string_view, 4> names<server::Tongue>{"auto", "en", "de", "ar"};
template <> struct Shape<server::SiteLook> { using T = server::SiteLook; static constexpr std::tuple fields{Field{"colour", &T::colour}, Field{"position", &T::position}, Field{"greeting", &T::greeting}, Field{"theme", &T::theme}, Field{"language", &T::language}}; };
// clang-format on
}  // namespace wrapup
