#include "server/log.hpp"

#include <iostream>
#include <sstream>

#include "server/json_text.hpp"
#include "tests/support/catch.hpp"

namespace wrapup::server::test {
namespace {

// What is written to stderr in the meantime.
class Written {
public:
    Written() : before_(std::cerr.rdbuf(text_.rdbuf())) {}
    ~Written() { std::cerr.rdbuf(before_); }
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;
    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
    std::streambuf* before_;
};

std::exception_ptr fault_with(const std::string& words) { return std::make_exception_ptr(std::runtime_error(words)); }

}  // namespace

TEST_CASE("a fault is one line with an id, and does not quote what it met") {
    const Written written;
    const std::string id = log_fault("GET /api/v1/me", fault_with("SECRET"));
    const std::string line = written.text();
    CAPTURE(line);
    CHECK(line.find(" error: fault id=" + id + " where=GET /api/v1/me what=") != std::string::npos);
    CHECK(line.find("SECRET") == std::string::npos);
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
}

TEST_CASE("a fault within a request goes by the request's name") {
    const Written written;
    const std::string name = "some-request";
    {
        const InRequest named(name);
        CHECK(log_fault("a route", fault_with("")) == name);
    }
    CHECK(log_fault("no request", fault_with("")) != name);
}

}  // namespace wrapup::server::test
