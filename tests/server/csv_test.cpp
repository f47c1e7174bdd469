#include "server/csv.hpp"

#include "tests/support/catch.hpp"

namespace wrapup::server::test {

TEST_CASE("a line of a table is as RFC 4180 has it") {
    CHECK(csv_line({"a", "", "b c"}) == "a,,b c\r\n");
    CHECK(csv_line({"a,b", "say \"hi\"", "two\r\nlines"}) == "\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n");
}

TEST_CASE("no cell is a formula to a spreadsheet") {
    for (const std::string begins : {"=", "+", "-", "@", "\t"})
        CHECK(csv_line({begins + "1"}) == "'" + begins + "1\r\n");
    CHECK(csv_line({"\r1"}) == "\"'\r1\"\r\n");
    CHECK(csv_line({"=HYPERLINK(\"x\",1)"}) == "\"'=HYPERLINK(\"\"x\"\",1)\"\r\n");
    CHECK(csv_line({"1=1"}) == "1=1\r\n");
}

}  // namespace wrapup::server::test
