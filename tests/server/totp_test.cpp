#include "server/totp.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

constexpr std::string_view rfc_secret = "12345678901234567890";

Time at_second(std::int64_t second) { return Time{Milliseconds{second * 1'000}}; }

}  // namespace

// Appendix B of RFC 6238, the last six of its eight digits.
TEST_CASE("codes by time are those of RFC 6238") {
    const std::vector<std::pair<std::int64_t, std::string>> rows{{59, "287082"},
                                                                 {1'111'111'109, "081804"},
                                                                 {1'111'111'111, "050471"},
                                                                 {1'234'567'890, "005924"},
                                                                 {2'000'000'000, "279037"},
                                                                 {20'000'000'000, "353130"}};
    for (const auto& [second, code] : rows) {
        CAPTURE(second);
        CHECK(totp::code_at(rfc_secret, totp::step_at(at_second(second))) == code);
    }
}

// Section 10 of RFC 4648, without the padding.
TEST_CASE("base32 is that of RFC 4648") {
    const std::vector<std::pair<std::string_view, std::string>> rows{{"", ""},
                                                                     {"f", "MY"},
                                                                     {"fo", "MZXQ"},
                                                                     {"foo", "MZXW6"},
                                                                     {"foob", "MZXW6YQ"},
                                                                     {"fooba", "MZXW6YTB"},
                                                                     {"foobar", "MZXW6YTBOI"}};
    for (const auto& [bytes, text] : rows) CHECK(totp::base32(bytes) == text);
}

TEST_CASE("a code counts half a minute early and late, and never after one that was taken") {
    const Time now = at_second(1'000'000'000);
    const std::int64_t step = totp::step_at(now);
    const auto taken = [&](std::int64_t of, std::int64_t after) {
        return totp::step_of(totp::code_at(rfc_secret, of), rfc_secret, now, after);
    };
    for (const std::int64_t off : {-1, 0, 1}) CHECK(taken(step + off, 0) == step + off);
    CHECK_FALSE(taken(step - 2, 0));
    CHECK_FALSE(taken(step + 2, 0));
    CHECK_FALSE(taken(step, step));
    CHECK_FALSE(taken(step - 1, step));
    CHECK(taken(step + 1, step));
    CHECK_FALSE(totp::step_of("", rfc_secret, now, 0));
    CHECK_FALSE(totp::step_of(totp::code_at(rfc_secret, step) + "0", rfc_secret, now, 0));
}

}  // namespace wrapup::server::test
