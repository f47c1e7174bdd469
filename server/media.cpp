#include "server/media.hpp"

#include <array>

namespace wrapup::server {
namespace {

using namespace std::string_view_literals;

// Reads numbers out of bytes; 0 behind their end.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    bool has(std::size_t at, std::string_view what) const {
        return at <= bytes_.size() && bytes_.substr(at).starts_with(what);
    }
    std::uint32_t byte(std::size_t at) const {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0u;
    }
    std::uint32_t big(std::size_t at, std::size_t width) const {
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < width; ++i) number = number << 8u | byte(at + i);
        return number;
    }
    std::uint32_t little(std::size_t at, std::size_t width) const {
        std::uint32_t number = 0;
        for (std::size_t i = width; i-- > 0;) number = number << 8u | byte(at + i);
        return number;
    }
    std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
};

Media image(MediaType type, std::uint32_t width, std::uint32_t height) { return {type, width, height, 0}; }

Media png(const Bytes& bytes) { return image(MediaType::png, bytes.big(16, 4), bytes.big(20, 4)); }
Media gif(const Bytes& bytes) { return image(MediaType::gif, bytes.little(6, 2), bytes.little(8, 2)); }

// The size stands in the frame header, behind segments of any length.
Media jpeg(const Bytes& bytes) {
    constexpr std::uint32_t marker = 0xFF;
    for (std::size_t at = 2; at + 9 < bytes.size() && bytes.byte(at) == marker;) {
        const std::uint32_t kind = bytes.byte(at + 1);
        const bool is_fill = kind == marker;
        const bool is_frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
        if (is_frame) return image(MediaType::jpeg, bytes.big(at + 7, 2), bytes.big(at + 5, 2));
        at += is_fill ? 1 : 2 + std::size_t{bytes.big(at + 2, 2)};
    }
    return image(MediaType::jpeg, 0, 0);
}

Media webp(const Bytes& bytes) {
    if (bytes.has(12, "VP8X")) return image(MediaType::webp, bytes.little(24, 3) + 1, bytes.little(27, 3) + 1);
    if (bytes.has(12, "VP8L") && bytes.byte(20) == 0x2F) {
        const std::uint32_t both = bytes.little(21, 4);
        return image(MediaType::webp, (both & 0x3FFFu) + 1, (both >> 14u & 0x3FFFu) + 1);
    }
    if (bytes.has(12, "VP8 ") && bytes.has(23, "\x9D\x01\x2A"sv))
        return image(MediaType::webp, bytes.little(26, 2) & 0x3FFFu, bytes.little(28, 2) & 0x3FFFu);
    return image(MediaType::webp, 0, 0);
}

Media pdf(const Bytes&) { return {MediaType::pdf, 0, 0, 0}; }
Media mp3(const Bytes&) { return {MediaType::mp3, 0, 0, 0}; }
Media ogg(const Bytes&) { return {MediaType::ogg, 0, 0, 0}; }

Media wav(const Bytes& bytes) {
    std::uint64_t bytes_a_second = 0;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::uint32_t length = bytes.little(at + 4, 4);
        if (bytes.has(at, "fmt ")) bytes_a_second = bytes.little(at + 16, 4);
        if (bytes.has(at, "data") && bytes_a_second > 0) {
            const std::uint64_t there = std::min<std::uint64_t>(length, bytes.size() - at - 8);
            return {MediaType::wav, 0, 0, static_cast<std::uint32_t>(there * 1000 / bytes_a_second)};
        }
        at += 8 + std::size_t{length} + length % 2;
    }
    return {MediaType::wav, 0, 0, 0};
}

struct Format {
    std::size_t at;
    std::string_view magic;
    std::size_t also_at;
    std::string_view also;
    Media (*read)(const Bytes&);
    bool is_image;
};

// clang-format off
constexpr std::array formats{
    Format{0, "\x89PNG\r\n\x1A\n"sv, 12, "IHDR"sv, png,  true},
    Format{0, "\xFF\xD8\xFF"sv,      0,  ""sv,     jpeg, true},
    Format{0, "GIF87a"sv,            0,  ""sv,     gif,  true},
    Format{0, "GIF89a"sv,            0,  ""sv,     gif,  true},
    Format{0, "RIFF"sv,              8,  "WEBP"sv, webp, true},
    Format{0, "%PDF-"sv,             0,  ""sv,     pdf,  false},
    Format{0, "RIFF"sv,              8,  "WAVE"sv, wav,  false},
    Format{0, "OggS"sv,              0,  ""sv,     ogg,  false},
    Format{0, "ID3"sv,               0,  ""sv,     mp3,  false},
    Format{0, "\xFF\xFB"sv,          0,  ""sv,     mp3,  false},
    Format{0, "\xFF\xF3"sv,          0,  ""sv,     mp3,  false},
    Format{0, "\xFF\xF2"sv,          0,  ""sv,     mp3,  false},
};
// clang-format on

bool can_be_shown(const Media& media) {
    return media.width > 0 && media.height > 0 && media.width <= Media::side_px_max &&
           media.height <= Media::side_px_max && std::uint64_t{media.width} * media.height <= Media::pixels_max;
}

}  // namespace

std::optional<Media> media_of(std::string_view text) {
    const Bytes bytes(text);
    for (const Format& format : formats) {
        if (!bytes.has(format.at, format.magic) || !bytes.has(format.also_at, format.also)) continue;
        const Media media = format.read(bytes);
        if (format.is_image && !can_be_shown(media)) return std::nullopt;
        return media;
    }
    return std::nullopt;
}

}  // namespace wrapup::server
