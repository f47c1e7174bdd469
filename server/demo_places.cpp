#include "server/demo_places.hpp"

#include <array>

namespace wrapup::server {
namespace {

struct Row {
    std::string_view locale;
    DemoPlace place;
};
// clang-format off
constexpr std::array places{
    Row{"da-DK", {"Europe/Copenhagen", "Safari on iPhone"}},
    Row{"de-DE", {"Europe/Berlin",     "Firefox on Windows"}},
    Row{"en-GB", {"Europe/London",     "Chrome on Windows"}},
    Row{"en-US", {"America/New_York",  "Safari on macOS"}},
    Row{"en-ZA", {"Africa/Johannesburg", "Chrome on Android"}},
    Row{"es-ES", {"Europe/Madrid",     "Chrome on Android"}},
    Row{"fr-FR", {"Europe/Paris",      "Firefox on Linux"}},
    Row{"hr-HR", {"Europe/Zagreb",     "Chrome on Android"}},
    Row{"it-IT", {"Europe/Rome",       "Safari on iPhone"}},
    Row{"ja-JP", {"Asia/Tokyo",        "Safari on iPhone"}},
    Row{"nb-NO", {"Europe/Oslo",       "Edge on Windows"}},
    Row{"nl-NL", {"Europe/Amsterdam",  "Chrome on macOS"}},
    Row{"pl-PL", {"Europe/Warsaw",     "Chrome on Windows"}},
    Row{"pt-PT", {"Europe/Lisbon",     "Samsung Internet on Android"}},
    Row{"sv-SE", {"Europe/Stockholm",  "Safari on macOS"}},
    Row{"tr-TR", {"Europe/Istanbul",   "Chrome on Android"}},
};
// clang-format on

}  // namespace

DemoPlace demo_place(std::string_view locale) {
    for (const Row& row : places)
        if (row.locale == locale) return row.place;
    return {};
}

}  // namespace wrapup::server
