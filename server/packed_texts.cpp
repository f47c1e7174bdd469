#include "server/packed_texts.hpp"

#include <brotli/encode.h>

#include <map>
#include <mutex>
#include <stdexcept>

namespace wrapup::server {
namespace {

constexpr std::size_t remembered_max = 256;

// What a text of some kilobytes is looked back over needs no more, and costs as much time as it has memory to clear.
constexpr int quick_quality = 5;
constexpr int quick_window_bits = 16;

std::string compress(const std::string& text, int quality, int window_bits) {
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    std::string packed(size, '\0');
    const bool done = BrotliEncoderCompress(quality, window_bits, BROTLI_MODE_TEXT, text.size(),
                                            reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                            reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_TRUE;
    if (!done) throw std::runtime_error("brotli does not compress");
    packed.resize(size);
    return packed;
}

}  // namespace

std::string packed(const std::string& text) {
    static std::mutex mutex;
    static std::map<std::string, std::string> remembered;
    {
        const std::lock_guard lock(mutex);
        if (const auto found = remembered.find(text); found != remembered.end()) return found->second;
    }
    std::string made = compress(text, BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW);
    const std::lock_guard lock(mutex);
    if (remembered.size() >= remembered_max) remembered.clear();
    remembered.insert_or_assign(text, made);
    return made;
}

std::string packed_at_once(const std::string& text) { return compress(text, quick_quality, quick_window_bits); }

}  // namespace wrapup::server
