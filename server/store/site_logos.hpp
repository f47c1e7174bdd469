#pragma once

#include "server/store/connection.hpp"

namespace wrapup::server {

struct SiteLogo {
    static constexpr std::size_t bytes_max = 64 * 1024;
    static constexpr std::uint32_t side_px_max = 512;

    MediaType type = MediaType::png;
    std::string bytes;
    std::string version;
};

// The picture that stands for a site in its chat.
class SiteLogos {
public:
    explicit SiteLogos(Connection& connection) : connection_(connection) {}

    std::optional<SiteLogo> of(const SiteId& site);
    // What tells it from every other that was there before or comes after; without reading the picture.
    std::optional<std::string> version(const SiteId& site);

    void put(const SiteId& site, MediaType type, const std::string& bytes);
    void remove(const SiteId& site);

private:
    Connection& connection_;
};

}  // namespace wrapup::server
