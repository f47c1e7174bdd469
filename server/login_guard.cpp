#include "server/login_guard.hpp"

namespace wrapup::server {

std::optional<std::chrono::milliseconds> LoginGuard::take(const Attempt& attempt, Ticks at) {
    if (!attempt.device.empty()) return of_device_.take(attempt.device, at);
    if (!attempt.address.empty())
        if (const auto wait = of_address_.take(attempt.address, at)) return wait;
    const auto wait = of_account_.take(attempt.account, at);
    if (wait && !attempt.address.empty()) of_address_.give_back(attempt.address);
    return wait;
}

void LoginGuard::give_back(const Attempt& attempt) {
    if (!attempt.device.empty()) return of_device_.give_back(attempt.device);
    if (!attempt.address.empty()) of_address_.give_back(attempt.address);
    of_account_.give_back(attempt.account);
}

}  // namespace wrapup::server
