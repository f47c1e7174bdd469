#include "server/room.hpp"

namespace wrapup::server {

std::uintmax_t bytes_of_file(const std::filesystem::path& file) noexcept {
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(file, unknown);
    return unknown ? 0 : bytes;
}

std::uintmax_t room_beside(const std::filesystem::path& file) noexcept {
    std::error_code unknown;
    const auto space = std::filesystem::space(std::filesystem::absolute(file, unknown).parent_path(), unknown);
    return unknown ? 0 : space.available;
}

}  // namespace wrapup::server
