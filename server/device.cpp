#include "server/device.hpp"

#include <array>

namespace wrapup::server {
namespace {

struct Sign {
    std::string_view sign;
    std::string_view name;
};

// The first that is found: most browsers also name those that they want to be taken for.
constexpr std::array browsers{
    Sign{"Edg", "Edge"},         Sign{"OPR/", "Opera"},     Sign{"SamsungBrowser/", "Samsung Internet"},
    Sign{"Firefox/", "Firefox"}, Sign{"FxiOS/", "Firefox"}, Sign{"CriOS/", "Chrome"},
    Sign{"Chrome/", "Chrome"},   Sign{"Safari/", "Safari"},
};
constexpr std::array systems{
    Sign{"iPhone", "iPhone"}, Sign{"iPad", "iPad"},       Sign{"Android", "Android"}, Sign{"Windows", "Windows"},
    Sign{"CrOS", "ChromeOS"}, Sign{"Macintosh", "macOS"}, Sign{"Linux", "Linux"},
};

template <std::size_t n>
std::string first_found(std::string_view text, const std::array<Sign, n>& signs) {
    for (const Sign& one : signs)
        if (text.find(one.sign) != std::string_view::npos) return std::string(one.name);
    return {};
}

}  // namespace

std::string device_of(std::string_view user_agent) {
    const std::string browser = first_found(user_agent, browsers), system = first_found(user_agent, systems);
    return browser.empty() || system.empty() ? browser + system : browser + " on " + system;
}

}  // namespace wrapup::server
