#include "server/media.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/pictures.hpp"

namespace wrapup::server::test {
namespace {

using namespace std::string_literals;

struct Kind {
    const char* what;
    std::string bytes;
    Media media;
};

std::string wav(std::uint32_t bytes_a_second, std::uint32_t data_bytes) {
    return "RIFF"s + little(36 + data_bytes, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) + little(1, 2) +
           little(8'000, 4) + little(bytes_a_second, 4) + little(1, 2) + little(8, 2) + "data" + little(data_bytes, 4) +
           std::string(data_bytes, '\0');
}

std::string webp(const std::string& chunk, const std::string& body) {
    return "RIFF"s + little(4 + 8 + body.size(), 4) + "WEBP" + chunk + little(body.size(), 4) + body;
}

}  // namespace

TEST_CASE("what a file is stands in its bytes, and so does the size of an image") {
    const std::vector<Kind> table{
        {"a PNG", png(640, 480), {MediaType::png, 640, 480, 0}},
        {"a GIF", "GIF89a"s + little(10, 2) + little(20, 2) + "rest", {MediaType::gif, 10, 20, 0}},
        {"an old GIF", "GIF87a"s + little(1, 2) + little(1, 2), {MediaType::gif, 1, 1, 0}},
        {"a JPEG, its size behind another segment",
         "\xFF\xD8\xFF\xE0"s + big(6, 2) + "JFIF" + "\xFF\xC2"s + big(17, 2) + '\x08' + big(200, 2) + big(300, 2) +
             "rest",
         {MediaType::jpeg, 300, 200, 0}},
        {"a lossy WebP",
         webp("VP8 ", std::string(3, '\0') + "\x9D\x01\x2A" + little(123, 2) + little(45, 2)),
         {MediaType::webp, 123, 45, 0}},
        {"a lossless WebP", webp("VP8L", "\x2F"s + little((99u << 14u) | 199u, 4)), {MediaType::webp, 200, 100, 0}},
        {"an extended WebP",
         webp("VP8X", std::string(4, '\0') + little(1'919, 3) + little(1'079, 3)),
         {MediaType::webp, 1'920, 1'080, 0}},
        {"a PDF", "%PDF-1.7\n...", {MediaType::pdf, 0, 0, 0}},
        {"a WAVE of a second and a half", wav(8'000, 12'000), {MediaType::wav, 0, 0, 1'500}},
        {"an Ogg", "OggS...", {MediaType::ogg, 0, 0, 0}},
        {"an MP3 with a tag", "ID3\x03...", {MediaType::mp3, 0, 0, 0}},
        {"an MP3 without one", "\xFF\xFB\x90\x64...", {MediaType::mp3, 0, 0, 0}},
    };
    for (const Kind& kind : table) {
        INFO(kind.what);
        CHECK(media_of(kind.bytes) == kind.media);
    }
}

TEST_CASE("what is none of those, or does not say its size, or is too large to be shown, is not taken") {
    const std::vector<std::pair<const char*, std::string>> table{
        {"nothing", ""},
        {"a text", "Hello"},
        {"HTML", "<html><script>alert(1)</script>"},
        {"SVG, which can hold scripts", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"},
        {"a program",
         "\x7F"
         "ELF..."},
        {"a PDF that begins with something else", "<script>%PDF-1.7"},
        {"a PNG without a header", "\x89PNG\r\n\x1A\n"s},
        {"a PNG of no width", png(0, 480)},
        {"a PNG that is too wide", png(Media::side_px_max + 1, 1)},
        {"a PNG of too many pixels", png(8'000, 7'000)},
        {"a JPEG that ends before its size", "\xFF\xD8\xFF\xE0"s + big(6, 2) + "JFIF"},
        {"a RIFF that is something else", "RIFF....AVI "},
    };
    for (const auto& [what, bytes] : table) {
        INFO(what);
        CHECK_FALSE(media_of(bytes));
    }
}

// Whatever the bytes say about lengths, it looks at none that are not there.
TEST_CASE("a file that is cut off anywhere is looked at without reading past its end") {
    for (const std::string& whole :
         {png(64, 64), wav(8'000, 100), webp("VP8X", std::string(10, '\xFF')), "\xFF\xD8\xFF\xE0\xFF\xFF"s}) {
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            const std::vector<char> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            media_of({part.data(), part.size()});
        }
    }
    SUCCEED("the sanitizers would have said so");
}

}  // namespace wrapup::server::test
