#include "server/passwords.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace wrapup::server {
namespace {

constexpr unsigned long long operations = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;

template <std::ptrdiff_t max>
class Turn {
public:
    explicit Turn(std::counting_semaphore<max>& turns) : turns_(turns) { turns_.acquire(); }
    ~Turn() { turns_.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::counting_semaphore<max>& turns_;
};

}  // namespace

std::string Passwords::hash(const std::string& password) {
    const Turn turn(turns_);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), operations, memory_bytes) != 0)
        throw std::bad_alloc();
    return text.data();
}

bool Passwords::verify(const std::optional<std::string>& hash, const std::string& password) {
    const std::string& compared = hash ? *hash : nobodys_hash();
    const Turn turn(turns_);
    ++verified_;
    const bool same = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
    return hash && same;
}

const std::string& Passwords::nobodys_hash() {
    static const std::string dummy = hash("nobody has this password");
    return dummy;
}

}  // namespace wrapup::server
