#pragma once

namespace wrapup {

// Builds one visitor from several lambdas. The deduction guide is for clang 14.
template <class... Handlers>
struct overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
overloaded(Handlers...) -> overloaded<Handlers...>;

}  // namespace wrapup
