#include "server/passwords.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace wrapup::server {
namespace {

constexpr unsigned long long operations = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;

using Turns = std::counting_semaphore<Passwords::at_a_time_max>;

class Turn {
public:
    Turn(Turns& turns, std::atomic<int>& inside) : turns_(turns), inside_(inside) {
        if (++inside_ > Passwords::at_a_time_max + Passwords::waiting_max) {
            --inside_;
            throw PasswordsBusy();
        }
        turns_.acquire();
    }
    ~Turn() {
        turns_.release();
        --inside_;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    Turns& turns_;
    std::atomic<int>& inside_;
};

}  // namespace

std::string Passwords::hash(const std::string& password) {
    const Turn turn(turns_, inside_);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), operations, memory_bytes) != 0)
        throw std::bad_alloc();
    return text.data();
}

bool Passwords::verify(const std::optional<std::string>& hash, const std::string& password) {
    const bool is_somebodys = hash && !hash->empty();
    const std::string& compared = is_somebodys ? *hash : nobodys_hash();
    const Turn turn(turns_, inside_);
    ++verified_;
    const bool same = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
    return is_somebodys && same;
}

const std::string& Passwords::nobodys_hash() {
    static const std::string dummy = hash("nobody has this password");
    return dummy;
}

}  // namespace wrapup::server
