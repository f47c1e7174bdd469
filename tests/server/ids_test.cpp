#include "server/ids.hpp"

#include <set>

#include "tests/support/catch.hpp"

namespace wrapup::server::test {

TEST_CASE("ids and tokens look like what they are, and are not given twice") {
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        CHECK(is_id(*seen.insert(random_id()).first));
        CHECK(is_token(*seen.insert(random_token()).first));
    }
    CHECK(seen.size() == 2'000);
}

TEST_CASE("what does not look like an id is none") {
    const auto* text = GENERATE("", "short", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA",
                                "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAA/", "AAAAAAAAAAAAAAAAAAAAA ",
                                "AAAAAAAAAAAAAAAAAAAA\xC3\xA9");
    CAPTURE(text);
    CHECK_FALSE(is_id(text));
}

TEST_CASE("the hash of a token is SHA-256, so that stored tokens stay valid") {
    const unsigned char expected[] = {0xba, 0x78, 0x16, 0xbf};  // Of "abc", FIPS 180-2.
    CHECK(hash_of_token("abc").substr(0, 4) == std::string(reinterpret_cast<const char*>(expected), 4));
    CHECK(hash_of_token("abc").size() == 32);
}

}  // namespace wrapup::server::test
