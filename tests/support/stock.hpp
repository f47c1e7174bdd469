// The same small service on the library's own server and on ours, to see what its own does that ours is there to avoid.
#pragma once

#include <malloc.h>
#include <sys/resource.h>

#include <cstdio>

#include "tests/support/apart.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/echo.hpp"
#include "tests/support/own_status.hpp"
#include "tests/support/raw_client.hpp"

namespace wrapup::server::test {

enum class Which { stock, ours };

// One of the two, in a process of its own: what it does there, it does to itself. Of the same paths,
//   /a        is short, and tells how long a body was
//   /text     is text_bytes long
//   /stream   says hello, and then nothing for ever
//   /throw    throws while its text is being sent
//   /header   is the value of the header X-A
//   /sender   is the sender's address
class Served {
public:
    static constexpr std::size_t text_bytes = 100 * 1024;
    static constexpr std::size_t body_bytes_max = 1024 * 1024;

    explicit Served(Which which)
        : apart_([which](const Line& line) {
              be_small();
              which == Which::stock ? serve_stock(line) : serve_ours(line);
          }),
          port_(apart_.line().hear<int>()) {}

    int port() const { return port_; }
    pid_t process() const { return apart_.process(); }
    bool ends_within(std::chrono::milliseconds patience) const { return apart_.ends_within(patience); }
    std::size_t threads() const { return status_of(std::to_string(process()), "Threads"); }
    double peak_mib() const { return static_cast<double>(status_of(std::to_string(process()), "VmHWM")) / 1024; }

    // How long a new client waits for a short answer; `wait_max` when there is none until then.
    std::chrono::milliseconds wait(std::chrono::milliseconds wait_max) const;

private:
    static void be_small();
    static void serve_stock(const Line& line);
    static void serve_ours(const Line& line);

    Apart apart_;
    int port_;
};

inline const std::string short_get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

// One row of the table in the design: what is measured, and how much of it is too much.
struct Trap {
    const char* name;
    const char* measured;
    double most;
    double (*measure)(const Served&);
    int cured_in = 1'000;  // The library's minor version, where it is.
};

// The library's minor version, which it tells in a text only: 11 is 0.11.4.
constexpr int library_version() {
    constexpr std::string_view text = CPPHTTPLIB_VERSION;
    int minor = 0;
    for (std::size_t i = text.find('.') + 1; text[i] >= '0' && text[i] <= '9'; ++i)
        minor = minor * 10 + (text[i] - '0');
    return minor;
}

// Prints the row of a table.
void print_row(const char* name, const char* measured, double stock, double ours, double most);

// Measures both, says so, and checks that ours stays within the bound and that the stock one does not, so that a cure
// that is needed no longer is noticed.
void compare(const Trap& trap);

}  // namespace wrapup::server::test
