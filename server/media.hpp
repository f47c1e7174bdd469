// What a file is, by its bytes.
#pragma once

#include <optional>
#include <string_view>

#include "core/vocabulary.hpp"

namespace wrapup::server {

struct Media {
    // Of an image, so that no browser needs gigabytes to show what came in kilobytes.
    static constexpr std::uint32_t side_px_max = 16'384;
    static constexpr std::uint64_t pixels_max = 50'000'000;

    MediaType type = MediaType::png;
    std::uint32_t width = 0;  // In pixels; 0 but for images.
    std::uint32_t height = 0;
    std::uint32_t duration_ms = 0;  // 0 where the file does not tell.
    bool operator==(const Media&) const = default;
};

// None: it is none of those that we take, or an image that does not say its size or is larger than the above.
// The magic numbers are those of the formats' own specifications: PNG (W3C), JPEG (ITU T.81), GIF89a, WebP (RFC 9649),
// PDF (ISO 32000), MP3 (ISO 11172-3, ID3v2), WAVE, Ogg (RFC 3533).
std::optional<Media> media_of(std::string_view bytes);

}  // namespace wrapup::server
