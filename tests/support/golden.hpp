// Pictures of behaviour that were looked at and approved. WRAPUP_APPROVE=1 accepts a change; git shows it.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/catch.hpp"

namespace wrapup::test {

inline void check_golden(const std::string& file, const std::string& picture) {
    const std::string path = "tests/golden/" + file;
    if (std::getenv("WRAPUP_APPROVE") != nullptr) std::ofstream(path) << picture;
    std::ifstream in(path);
    REQUIRE(in);
    std::stringstream approved;
    approved << in.rdbuf();
    CHECK(picture == approved.str());
}

}  // namespace wrapup::test
