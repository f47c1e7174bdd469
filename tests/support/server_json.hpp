// JSON in the messages of failed checks.
#pragma once

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

namespace Catch {
template <>
struct StringMaker<nlohmann::json> {
    static std::string convert(const nlohmann::json& json) { return json.dump(); }
};
}  // namespace Catch
