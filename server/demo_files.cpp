#include "server/demo_files.hpp"

#include <cmath>

namespace wrapup::server {
namespace {

constexpr std::uint32_t samples_a_second = 8'000;

std::string little(std::uint32_t number, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFu);
    return bytes;
}

// Somebody who hums two notes, over and over. Microsoft's WAVE: PCM, one channel, 8 bits.
std::string hum(std::uint32_t duration_ms) {
    constexpr double full_turn = 6.283185307179586, quiet = 18, middle = 128;
    const std::uint32_t samples = duration_ms * (samples_a_second / 1'000);
    std::string wave = "RIFF" + little(36 + samples, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) + little(1, 2) +
                       little(samples_a_second, 4) + little(samples_a_second, 4) + little(1, 2) + little(8, 2) +
                       "data" + little(samples, 4);
    for (std::uint32_t i = 0; i < samples; ++i) {
        const double seconds = static_cast<double>(i) / samples_a_second;
        const double note = static_cast<int>(seconds) % 2 == 0 ? 196 : 165;
        const double swell = std::fabs(std::sin(seconds * full_turn / 2));
        const double sound = middle + quiet * swell * std::sin(seconds * note * full_turn);
        wave += static_cast<char>(static_cast<unsigned char>(sound));
    }
    return wave;
}

// One page with one line on it. Readers build the missing table of where things are by themselves.
std::string page_with(const std::string& line) {
    const std::string drawn = "BT /F 20 Tf 60 760 Td (" + line + ") Tj ET";
    return "%PDF-1.4\n"
           "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
           "endobj\n"
           "4 0 obj<</Length " +
           std::to_string(drawn.size()) + ">>stream\n" + drawn +
           "\nendstream endobj\n"
           "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "trailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

std::string make_demo_file(Attachment& attachment) {
    std::string bytes = attachment.type == MediaType::wav ? hum(attachment.duration_ms) : page_with(attachment.name);
    attachment.bytes = static_cast<std::uint32_t>(bytes.size());
    return bytes;
}

}  // namespace wrapup::server
