// What the operator may limit by name. The table is the only place for a limit's default, its range and its words.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace wrapup::server {

struct Limits {
    constexpr Limits();

    std::size_t connections_max = 0;
    std::size_t connections_per_address_max = 0;
    std::size_t streams_max = 0;
    std::size_t streams_per_address_max = 0;
    std::size_t streams_per_user_max = 0;
    std::size_t header_bytes_max = 0;
    std::size_t body_bytes_max = 0;
    std::size_t file_bytes_max = 0;
    std::size_t header_seconds_max = 0;
    std::size_t body_seconds_max = 0;
    std::size_t logins_per_account_max = 0;
    std::size_t logins_per_address_max = 0;
    std::size_t logins_per_device_max = 0;
};

struct LimitRow {
    std::string_view name;  // Also that of the option, --connections-max, and of the variable, WRAPUP_CONNECTIONS_MAX.
    std::size_t Limits::*value;
    std::size_t usual, least, most;
    std::string_view unit;
    std::string_view help;
};

// clang-format off
inline constexpr std::array limit_table{
    LimitRow{"connections_max",             &Limits::connections_max,             4'096,     1, 1'000'000,  "COUNT",
             "Connections at a time, without those that streams are sent on; more are answered 503"},
    LimitRow{"connections_per_address_max", &Limits::connections_per_address_max, 256,       1, 1'000'000,  "COUNT",
             "Connections and streams of one address, but for proxies and this machine; more are answered 429"},
    LimitRow{"streams_max",                 &Limits::streams_max,                 20'000,    1, 20'000,     "COUNT",
             "Streams of events at a time; more are answered 503"},
    LimitRow{"streams_per_address_max",     &Limits::streams_per_address_max,     256,       1, 20'000,     "COUNT",
             "Streams of one address, also of one behind a proxy; more are answered 429"},
    LimitRow{"streams_per_user_max",        &Limits::streams_per_user_max,        64,        1, 20'000,     "COUNT",
             "Streams of one agent or visitor, in all their windows; more are answered 429"},
    LimitRow{"header_bytes_max",            &Limits::header_bytes_max,            16'384,    1'024, 1'048'576,  "BYTES",
             "A request's first line and headers; more are answered 431"},
    LimitRow{"body_bytes_max",              &Limits::body_bytes_max,              1'048'576, 1'024, 67'108'864, "BYTES",
             "A request's body; more are answered 413"},
    LimitRow{"file_bytes_max",              &Limits::file_bytes_max,              10'485'760, 1'024, 67'108'864, "BYTES",
             "A file that goes with a message; more are answered 413"},
    LimitRow{"header_seconds_max",          &Limits::header_seconds_max,          10,        1, 600,        "SECONDS",
             "For the first line and headers to arrive; after that, 408"},
    LimitRow{"body_seconds_max",            &Limits::body_seconds_max,            20,        1, 3'600,      "SECONDS",
             "For the body to arrive; after that, 408"},
    LimitRow{"logins_per_account_max",      &Limits::logins_per_account_max,      10,        1, 10'000,     "COUNT",
             "Wrong passwords for one account in a quarter of an hour, from browsers new to it; more are answered 429"},
    LimitRow{"logins_per_address_max",      &Limits::logins_per_address_max,      50,        1, 10'000,     "COUNT",
             "The same from one address, or one network of 64 bits in IPv6; more are answered 429"},
    LimitRow{"logins_per_device_max",       &Limits::logins_per_device_max,       20,        1, 10'000,     "COUNT",
             "The same from a browser that has signed in to the account before; more are answered 429"},
};
// clang-format on

constexpr Limits::Limits() {
    for (const LimitRow& row : limit_table) this->*row.value = row.usual;
}

}  // namespace wrapup::server
